"""What only a Word file needs: its options, and the pages that LibreOffice counts for it."""
