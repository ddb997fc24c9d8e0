"""Languages of other scripts as people type them in Latin letters, and Vietnamese without its accents."""
