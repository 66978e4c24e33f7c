"""Addresses of the desk, below /desk/."""

from django.urls import URLPattern, path

from jijuqu.web.desk.acts.page import act_page, part_page
from jijuqu.web.desk.boundary_map import boundary_map
from jijuqu.web.desk.case_changes import case_changes
from jijuqu.web.desk.case_letters import case_letters
from jijuqu.web.desk.case_materials import case_materials
from jijuqu.web.desk.case_opinions import case_opinions
from jijuqu.web.desk.case_plan import case_plan
from jijuqu.web.desk.case_record import case_record
from jijuqu.web.desk.case_replay import case_replay
from jijuqu.web.desk.case_review import case_review
from jijuqu.web.desk.contact import contact_forgotten
from jijuqu.web.desk.departures import departures
from jijuqu.web.desk.downloads import case_download
from jijuqu.web.desk.existing import existing, existing_template
from jijuqu.web.desk.expert_pool import expert_account, expert_forgotten, expert_leaves, experts, new_expert
from jijuqu.web.desk.in_park import in_park
from jijuqu.web.desk.inbox import inbox
from jijuqu.web.desk.letter import documents, letter_file, letter_page, letter_picture
from jijuqu.web.desk.new_case import new_application, new_case
from jijuqu.web.desk.policy_trial.exports import policy_trial_file
from jijuqu.web.desk.policy_trial.page import policy_trial, remove_kept
from jijuqu.web.desk.publication import map_number, publication, publish
from jijuqu.web.desk.quotas import park_shares, slots
from jijuqu.web.desk.reference.access import (
    access_lists,
    end_of_access_entry,
    import_of_access_list,
    new_access_entry,
)
from jijuqu.web.desk.reference.calendar import calendar_year
from jijuqu.web.desk.reference.industries import industries
from jijuqu.web.desk.reference.layers import end_of_layer, layers, new_layer
from jijuqu.web.desk.reference.overview import reference
from jijuqu.web.desk.reference.parameters import parameter
from jijuqu.web.desk.reference.parks import end_of_park, new_park, parks
from jijuqu.web.desk.reference.time_limits import time_limit
from jijuqu.web.desk.site_screening.exports import screening_file
from jijuqu.web.desk.site_screening.page import remove_kept_screening, site_screening
from jijuqu.web.desk.site_screening.pictures import screening_parcels, screening_picture
from jijuqu.web.desk.site_screening.result import screening_result
from jijuqu.web.desk.site_screening.take_over import take_over
from jijuqu.web.desk.watching import case_watch

urlpatterns: list[URLPattern] = [
    path("", inbox, name="desk"),
    path("new/", new_case, name="desk-new-case"),
    path("new-application/", new_application, name="desk-new-application"),
    path("slots/", slots, name="desk-slots"),
    path("departures/", departures, name="desk-departures"),
    path("park-shares/", park_shares, name="desk-park-shares"),
    path("policy-trial/", policy_trial, name="desk-policy-trial"),
    path("policy-trial/file.<slug:form>", policy_trial_file, name="desk-policy-trial-file"),
    path("policy-trial/kept/<int:key>/remove/", remove_kept, name="desk-policy-trial-remove"),
    path("site-screening/", site_screening, name="desk-site-screening"),
    path("site-screening/<int:key>/", screening_result, name="desk-site-screening-result"),
    path("site-screening/<int:key>/file.<slug:form>", screening_file, name="desk-site-screening-file"),
    path("site-screening/<int:key>/map.svg", screening_picture, name="desk-site-screening-picture"),
    path("site-screening/<int:key>/<slug:digest>.json", screening_parcels, name="desk-site-screening-parcels"),
    path("site-screening/<int:key>/take-over/", take_over, name="desk-site-screening-take-over"),
    path("site-screening/<int:key>/remove/", remove_kept_screening, name="desk-site-screening-remove"),
    path("existing/", existing, name="desk-existing"),
    path("existing/template.xlsx", existing_template, name="desk-existing-template"),
    path("in-park/", in_park, name="desk-in-park"),
    path("publication/", publication, name="desk-publication"),
    path("publication/<str:code>/", publish, name="desk-publish"),
    path("publication/<str:code>/map-number/", map_number, name="desk-map-number"),
    path("reference/", reference, name="desk-reference"),
    path("reference/calendar/<int:year>/", calendar_year, name="desk-calendar-year"),
    path("reference/time-limits/<slug:kind>/", time_limit, name="desk-time-limit"),
    path("reference/parameters/<slug:name>/", parameter, name="desk-parameter"),
    path("reference/access/", access_lists, name="desk-access"),
    path("reference/access/new/", new_access_entry, name="desk-new-access-entry"),
    path("reference/access/import/", import_of_access_list, name="desk-import-access-list"),
    path("reference/access/<int:key>/end/", end_of_access_entry, name="desk-end-access-entry"),
    path("reference/industries/", industries, name="desk-industries"),
    path("reference/parks/", parks, name="desk-parks"),
    path("reference/parks/new/", new_park, name="desk-new-park"),
    path("reference/parks/<str:code>/end/", end_of_park, name="desk-end-park"),
    path("reference/layers/", layers, name="desk-layers"),
    path("reference/layers/new/", new_layer, name="desk-new-layer"),
    path("reference/layers/<str:code>/end/", end_of_layer, name="desk-end-layer"),
    path("experts/", experts, name="desk-experts"),
    path("experts/new/", new_expert, name="desk-new-expert"),
    path("experts/<int:key>/account/", expert_account, name="desk-expert-account"),
    path("experts/<int:key>/leave/", expert_leaves, name="desk-expert-leaves"),
    path("experts/<int:key>/forget/", expert_forgotten, name="desk-expert-forgotten"),
    path("cases/<str:number>/", case_review, name="case"),
    path("cases/<str:number>/plan/", case_plan, name="case-plan"),
    path("cases/<str:number>/materials/", case_materials, name="case-materials"),
    path("cases/<str:number>/opinions/", case_opinions, name="case-opinions"),
    path("cases/<str:number>/letters/", case_letters, name="case-letters"),
    path("cases/<str:number>/record/", case_record, name="case-record"),
    path("cases/<str:number>/changes/", case_changes, name="case-changes"),
    path("cases/<str:number>/replay/<int:version>/", case_replay, name="case-replay"),
    path("cases/<str:number>/acts/<slug:name>/", act_page, name="case-act"),
    path("cases/<str:number>/plan/<slug:name>/", part_page, name="case-part"),
    path("cases/<str:number>/contacts/<int:key>/forget/", contact_forgotten, name="case-contact-forgotten"),
    path("cases/<str:number>/watch/", case_watch, name="case-watch"),
    path("cases/<str:number>/map/<int:key>.svg", boundary_map, name="case-map"),
    path("cases/<str:number>/files/<slug:kind>/<int:key>/", case_download, name="case-download"),
    path("cases/<str:number>/documents.zip", documents, name="desk-documents"),
    path("cases/<str:number>/letters/<slug:kind>/", letter_page, name="desk-letter"),
    path("cases/<str:number>/letters/<slug:kind>/<int:page>.svg", letter_picture, name="desk-letter-picture"),
    path("cases/<str:number>/letters/<slug:kind>/file.<slug:form>", letter_file, name="desk-letter-file"),
]
