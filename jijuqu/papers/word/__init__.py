"""Letters as DOCX, to be edited in Word or WPS, in the customary fonts."""
