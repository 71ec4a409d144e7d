"""What a web server must say and do with the site, from one place, for each kind of server."""
