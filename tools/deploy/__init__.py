"""What runs beside Lukis, written from Lukis's own definitions."""
