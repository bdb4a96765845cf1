from django.urls import path

from data_terbuka import views

app_name = "data_terbuka"
urlpatterns = [
    path("", views.index, name="index"),
    path("kamus/<slug:slug>/", views.dictionary, name="dictionary"),
    # Files keep their names and columns as long as they are called v1.
    path("v1/katalog.json", views.catalogue_file, name="catalogue"),
    path("v1/<slug:slug>.skema.json", views.schema, name="schema"),
    path("v1/<slug:slug>.csv", views.csv, name="csv"),
    path("v1/<slug:slug>.json", views.json, name="json"),
]
