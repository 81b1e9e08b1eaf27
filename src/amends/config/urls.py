"""Every address of the house."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("amends.web.urls")),
]

handler500 = "amends.web.pages.failing.failing"
