"""Addresses of the pages about oneself and about accounts. The names of the sign-in pages are those of allauth."""

from allauth.account import views as sign_in
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, URLResolver, path

from jijuqu.web.account.access import requires
from jijuqu.web.account.demo_sign_in import demo_sign_in
from jijuqu.web.account.kept_forms import give_back
from jijuqu.web.account.mail_outbox import mail_outbox
from jijuqu.web.account.my_data import my_data, my_data_file
from jijuqu.web.account.notices import notices, open_notice, read_all
from jijuqu.web.account.organisations import organisation, organisations
from jijuqu.web.account.password import change_password
from jijuqu.web.account.people import new_person, people
from jijuqu.web.account.person import ACCOUNT_ACTS, act_on_account, appoint_person, end_person_appointment, person
from jijuqu.web.account.second_factor import SetUp, second_factor_needed

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", my_data, name="my-data"),
    path("account/my-data.json", my_data_file, name="my-data-file"),
    path("account/notices/", notices, name="notices"),
    path("account/notices/read/", read_all, name="read-all"),
    path("account/notices/<int:key>/", open_notice, name="open-notice"),
    path("account/kept/<slug:token>/", requires()(give_back), name="kept-form"),
    path("account/sign-in/", sign_in.login, name="account_login"),
    path("account/sign-out/", sign_in.logout, name="account_logout"),
    path("account/closed/", sign_in.account_inactive, name="account_inactive"),
    path("account/password/", change_password, name="account_change_password"),
    path("account/password-again/", sign_in.reauthenticate, name="account_reauthenticate"),
    path("account/second-factor/", second_factor.index, name="mfa_index"),
    path("account/second-factor/needed/", second_factor_needed, name="second-factor-needed"),
    path("account/second-factor/sign-in/", second_factor.authenticate, name="mfa_authenticate"),
    path("account/second-factor/again/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("account/second-factor/set-up/", SetUp.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/end/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/recovery-codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("demo/sign-in/", demo_sign_in, name="demo-sign-in"),
    path("people/", people, name="people"),
    path("people/new/", new_person, name="new-person"),
    path("people/<int:key>/", person, name="person"),
    path("people/<int:key>/appoint/", appoint_person, name="appoint-person"),
    path("people/appointments/<int:key>/end/", end_person_appointment, name="end-appointment"),
    *(path(f"people/<int:key>/{act}/", act_on_account, {"act": act}, name=f"{act}-account") for act in ACCOUNT_ACTS),
    path("organisations/", organisations, name="organisations"),
    path("organisations/new/", organisation, name="new-organisation"),
    path("organisations/<slug:code>/", organisation, name="organisation"),
    path("mail-outbox/", mail_outbox, name="mail-outbox"),
]
