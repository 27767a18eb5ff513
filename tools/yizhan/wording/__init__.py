"""Facts → sentences, in both languages."""
