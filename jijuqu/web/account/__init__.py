"""Pages about oneself and about accounts: signing in, my data, notices, and 账号与授权 for administrators."""
