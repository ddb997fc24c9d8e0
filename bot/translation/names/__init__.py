"""Names of people, characters, places and brands, which stay as they are typed."""
