"""Every sentence that a user may read, by its key, Indonesian and English side by side."""
