"""Pages and an API over an archive: read-only, server-rendered, nothing fetched from others."""
