"""Addresses of the scorecard."""

from django.urls import path

from metrics.scorecard.pages.views import card, checking, mapping, uploading

urlpatterns = [
    path("scorecard/", uploading.upload, name="scorecard-upload"),
    path("scorecard/template.csv", uploading.template, name="scorecard-template"),
    path("scorecard/<slug:ref>/map/<slug:kind>/", mapping.map_columns, name="scorecard-map"),
    path("scorecard/<slug:ref>/check/", checking.check, name="scorecard-check"),
    path("scorecard/<slug:ref>/problems/<slug:kind>.csv", checking.problems, name="scorecard-problems"),
    path("scorecard/<slug:ref>/", card.scorecard, name="scorecard"),
    path("scorecard/<slug:ref>/scorecard.csv", card.download, name="scorecard-download"),
    path("scorecard/<slug:ref>/delete/", uploading.delete, name="scorecard-delete"),
]
