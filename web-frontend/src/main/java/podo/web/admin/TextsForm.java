package podo.web.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.web.client.ListedEvent;

/** An event's texts in the languages of the pages, as typed; empty ones are said in the event's own words. */
record TextsForm(
        @Nullable String titleKo,
        @Nullable String descriptionKo,
        @Nullable String notesKo,
        @Nullable String titleEn,
        @Nullable String descriptionEn,
        @Nullable String notesEn) {

    static final TextsForm EMPTY = new TextsForm("", "", "", "", "", "");

    private static final Pattern SERVICE_FIELD = Pattern.compile("texts\\[(\\d)]\\.(title|description|notes)");

    static TextsForm of(ListedEvent event) {
        ListedEvent.Texts ko = event.textsIn("ko");
        ListedEvent.Texts en = event.textsIn("en");
        return new TextsForm(
                typed(ko.title()),
                typed(ko.description()),
                typed(ko.notes()),
                typed(en.title()),
                typed(en.description()),
                typed(en.notes()));
    }

    /** Fields that the request does not have are as they were when the form was opened. */
    TextsForm filledFrom(TextsForm opened) {
        return new TextsForm(
                Objects.requireNonNullElse(titleKo, typed(opened.titleKo)),
                Objects.requireNonNullElse(descriptionKo, typed(opened.descriptionKo)),
                Objects.requireNonNullElse(notesKo, typed(opened.notesKo)),
                Objects.requireNonNullElse(titleEn, typed(opened.titleEn)),
                Objects.requireNonNullElse(descriptionEn, typed(opened.descriptionEn)),
                Objects.requireNonNullElse(notesEn, typed(opened.notesEn)));
    }

    /** Both languages in this order, of which {@link #formField} knows. */
    List<ListedEvent.Texts> toTexts() {
        return List.of(
                new ListedEvent.Texts("ko", typed(titleKo), typed(descriptionKo), typed(notesKo)),
                new ListedEvent.Texts("en", typed(titleEn), typed(descriptionEn), typed(notesEn)));
    }

    boolean differsFrom(TextsForm other) {
        return !differences(other).isEmpty();
    }

    /** What the other form has in each field that differs. */
    Map<String, String> differences(TextsForm other) {
        Map<String, String> differing = new LinkedHashMap<>();
        Map<String, String> mine = byField();
        other.byField().forEach((field, value) -> {
            if (!EventFormChanges.comparable(mine.get(field)).equals(EventFormChanges.comparable(value))) {
                differing.put(field, value.isBlank() ? EventFormDifferences.NOTHING : value);
            }
        });
        return differing;
    }

    /** The form's name of a field that the service names. */
    static String formField(String serviceField) {
        Matcher texts = SERVICE_FIELD.matcher(serviceField);
        return texts.matches() ? texts.group(2) + (texts.group(1).equals("0") ? "Ko" : "En") : serviceField;
    }

    /** @param part title, description or notes @param language Ko or En */
    public String value(String part, String language) {
        return typed(byField().get(part + language));
    }

    /** Whether the fields of this language are shown from the start: because something is typed, or wrong, there. */
    public boolean isOpen(String language, @Nullable Map<String, String> wrong) {
        return Stream.of("title", "description", "notes")
                .anyMatch(part ->
                        !value(part, language).isBlank() || wrong != null && wrong.containsKey(part + language));
    }

    private Map<String, String> byField() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("titleKo", typed(titleKo));
        fields.put("descriptionKo", typed(descriptionKo));
        fields.put("notesKo", typed(notesKo));
        fields.put("titleEn", typed(titleEn));
        fields.put("descriptionEn", typed(descriptionEn));
        fields.put("notesEn", typed(notesEn));
        return fields;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
