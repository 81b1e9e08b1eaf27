"""The pages' addresses: resources by plain words, never a verb, a row id or a number in a sequence."""

from django.urls import URLPattern, path, re_path

from amends.web.pages import accounts, bonds, demo, exporting, joining, leaving
from amends.web.pages.help import help_page

urlpatterns: list[URLPattern] = [
    # For everyone
    path("help/", help_page, name="help"),
    path("demo/", demo.demo, name="demo"),
    path("invitations/<str:token>/", joining.join, name="join"),
    # Accounts; the account library knows these names
    path("sign-up/", accounts.sign_up, name="account_signup"),
    path("log-in/", accounts.log_in, name="account_login"),
    path("log-out/", accounts.log_out, name="account_logout"),
    path("account/", accounts.account, name="account"),
    path("account/closed/", accounts.closed, name="account_inactive"),
    path("password/", accounts.change_password, name="account_change_password"),
    path("password/reset/", accounts.ask_for_reset, name="account_reset_password"),
    path("password/reset/asked/", accounts.reset_asked, name="account_reset_password_done"),
    path("password/reset/done/", accounts.reset_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        accounts.reset_password,
        name="account_reset_password_from_key",
    ),
    # Bonds: beginning, inviting, leaving, taking along
    path("bonds/", bonds.bonds, name="bonds"),
    path("bonds/new/", bonds.new, name="bond-new"),
    path("bonds/story/", bonds.story, name="story"),
    path("bonds/<uuid:bond>/invitation/", joining.invitation, name="invitation"),
    path("bonds/<uuid:bond>/invitation/withdrawal/", joining.withdrawal, name="invitation-withdrawal"),
    path("bonds/<uuid:bond>/leaving/", leaving.leaving, name="leaving"),
    path("bonds/<uuid:bond>/leaving/notice/", leaving.notice, name="notice"),
    path("bonds/<uuid:bond>/export/", exporting.export, name="export"),
    path("bonds/<uuid:bond>/export/file/", exporting.export_file, name="export-file"),
    path("bonds/<uuid:bond>/story/removal/", bonds.story_removal, name="story-removal"),
]
