"""What writers share: notes with numbers, elements left out, pictures that are missing."""
