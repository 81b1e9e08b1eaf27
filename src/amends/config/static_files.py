"""Static files by names that change with what is in them."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Modules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """The same for what a script imports: otherwise a browser could mix two versions of the vault."""

    support_js_module_import_aggregation = True
