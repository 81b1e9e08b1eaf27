"""The pages' addresses: resources by plain words, never a verb, a row id or a number in a sequence."""

from django.urls import URLPattern, path, re_path

from amends.web.pages import (
    accounts,
    acts,
    adding,
    answering,
    bond,
    bonds,
    boundaries,
    checking,
    demo,
    exporting,
    facilitation,
    facilitators,
    joining,
    keys,
    leaving,
    ledger,
    open_book,
    repairs,
    rounds,
    sealed,
    vault,
)
from amends.web.pages.arriving import arriving
from amends.web.pages.coaching import coach_rest, coach_words, coaching
from amends.web.pages.daily import daily
from amends.web.pages.exiting import exiting
from amends.web.pages.explaining import explaining
from amends.web.pages.help import finding_help, help_page, limits
from amends.web.pages.home import home
from amends.web.pages.joy import joy
from amends.web.pages.keepsakes import keepsakes
from amends.web.pages.lookback import lookback
from amends.web.pages.memory import memory
from amends.web.pages.outside_help import outside_help
from amends.web.pages.pace import pace
from amends.web.pages.patience import patience
from amends.web.pages.patterns import patterns
from amends.web.pages.practices import begin, practices_page
from amends.web.pages.sessions import session
from amends.web.pages.settings import settings_page
from amends.web.pages.summary import summary
from amends.web.pages.team import team
from amends.web.pages.timeline import timeline
from amends.web.pages.today import today
from amends.web.pages.waiting import rest
from amends.web.pages.weekly import weekly

urlpatterns: list[URLPattern] = [
    # For everyone
    path("", home, name="home"),
    path("help/", help_page, name="help"),
    path("help/finding-help/", finding_help, name="finding-help"),
    path("help/limits/", limits, name="limits"),
    path("check/", checking.check, name="check"),
    path("check/rest/", checking.check_rest, name="check-rest"),
    path("exit/", exiting, name="exit"),
    path("demo/", demo.demo, name="demo"),
    path("invitations/<str:token>/", joining.join, name="join"),
    # Accounts; the account library knows these names
    path("sign-up/", accounts.sign_up, name="account_signup"),
    path("log-in/", accounts.log_in, name="account_login"),
    path("log-out/", accounts.log_out, name="account_logout"),
    path("account/", accounts.account, name="account"),
    path("account/file/", exporting.account_file, name="account-file"),
    path("account/erasure/", accounts.erasure, name="account-erasure"),
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
    # The vault: one page, and what its scripts send and fetch
    path("vault/", vault.vault, name="vault"),
    path("vault/keyring/", vault.keyring, name="vault-keyring"),
    path("vault/entries/", vault.entries, name="vault-entries"),
    path("vault/entries/<uuid:entry>/", vault.entry, name="vault-entry"),
    path("vault/earlier/", vault.earlier, name="vault-earlier"),
    path("vault/earlier/<uuid:bond>/<uuid:act>/", vault.earlier_erasure, name="vault-earlier-act"),
    path("vault/removal/", vault.removal, name="vault-removal"),
    # More than a password; the account library knows these names
    path("log-in/passkey/", keys.log_in_with_passkey, name="mfa_login_webauthn"),
    path("log-in/second-step/", keys.second_step, name="mfa_authenticate"),
    path("account/confirming/", keys.confirm, name="account_reauthenticate"),
    path("account/confirming/code/", keys.confirm_with_code, name="mfa_reauthenticate"),
    path("account/confirming/passkey/", keys.confirm_with_passkey, name="mfa_reauthenticate_webauthn"),
    path("account/keys/", keys.index, name="mfa_index"),
    path("account/keys/app/", keys.activate_app, name="mfa_activate_totp"),
    path("account/keys/app/removal/", keys.deactivate_app, name="mfa_deactivate_totp"),
    path("account/keys/passkeys/", keys.passkeys, name="mfa_list_webauthn"),
    path("account/keys/passkeys/new/", keys.add_passkey, name="mfa_add_webauthn"),
    path("account/keys/passkeys/removal/", keys.remove_passkey, name="mfa_remove_webauthn"),
    path("account/keys/recovery-codes/", keys.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/keys/recovery-codes/new/", keys.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/keys/recovery-codes/file/", keys.recovery_file, name="mfa_download_recovery_codes"),
    # A bond: its pages, its acts, what is said about an act
    path("bonds/<uuid:bond>/today/", today, name="today"),
    path("bonds/<uuid:bond>/", bond.bond, name="bond"),
    path("bonds/<uuid:bond>/arriving/", arriving, name="arriving"),
    path("bonds/<uuid:bond>/boundaries/", boundaries.boundaries, name="boundaries"),
    path("bonds/<uuid:bond>/check-in/", weekly, name="check-in"),
    path("bonds/<uuid:bond>/open-book/", open_book.open_book, name="open-book"),
    path("bonds/<uuid:bond>/open-book/calendar/", open_book.calendar, name="calendar"),
    path("bonds/<uuid:bond>/outside-help/", outside_help, name="outside-help"),
    path("bonds/<uuid:bond>/timeline/", timeline, name="timeline"),
    path("bonds/<uuid:bond>/patience/", patience, name="patience"),
    path("bonds/<uuid:bond>/daily/", daily, name="daily"),
    path("bonds/<uuid:bond>/joy/", joy, name="joy"),
    path("bonds/<uuid:bond>/joy/kept/", keepsakes, name="keepsakes"),
    path("bonds/<uuid:bond>/readings/patterns/", patterns, name="patterns"),
    path("bonds/<uuid:bond>/readings/memory/", memory, name="memory"),
    path("bonds/<uuid:bond>/readings/pace/<uuid:member>/", pace, name="pace"),
    path("bonds/<uuid:bond>/readings/<slug:reading>/", explaining, name="reading"),
    path("bonds/<uuid:bond>/repairs/<uuid:repair>/", repairs.repair, name="repair"),
    path("bonds/<uuid:bond>/practices/", practices_page, name="practices"),
    path("bonds/<uuid:bond>/practices/<slug:practice>/", begin, name="practice"),
    path("bonds/<uuid:bond>/sessions/<uuid:session>/", session, name="session"),
    path("bonds/<uuid:bond>/sessions/<uuid:session>/sealed/", sealed.sealed, name="sealed"),
    path("bonds/<uuid:bond>/sessions/<uuid:session>/sealed/parts/", sealed.parts, name="sealed-parts"),
    path("bonds/<uuid:bond>/team/", team, name="team"),
    path("bonds/<uuid:bond>/rounds/", rounds.rounds, name="rounds"),
    path("bonds/<uuid:bond>/rounds/<uuid:round>/", rounds.round_page, name="round"),
    path("bonds/<uuid:bond>/rounds/<slug:questions>/", rounds.questions, name="round-questions"),
    path("bonds/<uuid:bond>/coach/", coaching, name="coaching"),
    path("bonds/<uuid:bond>/coach/words/", coach_words, name="coach-words"),
    path("bonds/<uuid:bond>/coach/rest/", coach_rest, name="coach-rest"),
    path("bonds/<uuid:bond>/add/", adding.adding, name="adding"),
    path("bonds/<uuid:bond>/add/<slug:kind>/", adding.adding_kind, name="adding-kind"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/", acts.act, name="act"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/sharing/", acts.sharing, name="sharing"),
    path(
        "bonds/<uuid:bond>/acts/<uuid:act>/sharing/withdrawal/",
        acts.sharing_withdrawal,
        name="sharing-withdrawal",
    ),
    path("bonds/<uuid:bond>/acts/<uuid:act>/rest/", rest, name="rest"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/days/", lookback, name="lookback"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/closing/", open_book.closing, name="closing"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/file/", open_book.file, name="file"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/erasure/", acts.erasure, name="erasure"),
    path("bonds/<uuid:bond>/acts/<uuid:act>/<slug:kind>/", answering.answering, name="answering"),
    # Someone from outside: asked and granted something by a member; what they are given to read
    path("bonds/<uuid:bond>/facilitators/", facilitators.facilitators, name="facilitators"),
    path(
        "bonds/<uuid:bond>/facilitators/invitation/", facilitators.invitation, name="facilitator-invitation"
    ),
    path(
        "bonds/<uuid:bond>/facilitators/invitation/withdrawal/",
        facilitators.invitation_withdrawal,
        name="facilitator-invitation-withdrawal",
    ),
    path("bonds/<uuid:bond>/facilitators/<uuid:facilitator>/", facilitators.facilitator, name="facilitator"),
    path("bonds/<uuid:bond>/facilitators/<uuid:facilitator>/grant/", facilitators.grant, name="grant"),
    path(
        "bonds/<uuid:bond>/facilitators/<uuid:facilitator>/grant/withdrawal/",
        facilitators.withdrawal,
        name="grant-withdrawal",
    ),
    path("bonds/<uuid:bond>/facilitators/<uuid:facilitator>/notes/", facilitators.notes, name="caucus"),
    path("facilitation/", facilitation.facilitations, name="facilitations"),
    path("facilitation/invitations/<str:token>/", facilitation.joining, name="facilitator-joining"),
    path("facilitation/<uuid:facilitator>/", facilitation.facilitation, name="facilitation"),
    path("facilitation/<uuid:facilitator>/leaving/", facilitation.leaving, name="facilitation-leaving"),
    path(
        "facilitation/<uuid:facilitator>/alone/<uuid:member>/", facilitation.alone, name="facilitation-alone"
    ),
    path(
        "facilitation/<uuid:facilitator>/notes/<uuid:member>/", facilitation.notes, name="facilitation-notes"
    ),
    path("facilitation/<uuid:facilitator>/<slug:sort>/", facilitation.sort, name="facilitation-sort"),
    path(
        "facilitation/<uuid:facilitator>/<slug:sort>/<uuid:act>/",
        facilitation.strand,
        name="facilitation-strand",
    ),
    # Bonds: beginning, inviting, leaving, taking along
    path("bonds/", bonds.bonds, name="bonds"),
    path("bonds/new/", bonds.new, name="bond-new"),
    path("bonds/story/", bonds.story, name="story"),
    path("bonds/<uuid:bond>/invitation/", joining.invitation, name="invitation"),
    path("bonds/<uuid:bond>/invitation/withdrawal/", joining.withdrawal, name="invitation-withdrawal"),
    path("bonds/<uuid:bond>/settings/", settings_page, name="settings"),
    path("bonds/<uuid:bond>/leaving/", leaving.leaving, name="leaving"),
    path("bonds/<uuid:bond>/leaving/notice/", leaving.notice, name="notice"),
    path("bonds/<uuid:bond>/ledger/", ledger.ledger, name="ledger"),
    path("bonds/<uuid:bond>/ledger/checkpoint/", ledger.checkpoint_file, name="checkpoint"),
    path("bonds/<uuid:bond>/summary/", summary, name="summary"),
    path("bonds/<uuid:bond>/export/", exporting.export, name="export"),
    path("bonds/<uuid:bond>/export/file/", exporting.export_file, name="export-file"),
    path("bonds/<uuid:bond>/story/removal/", bonds.story_removal, name="story-removal"),
]
