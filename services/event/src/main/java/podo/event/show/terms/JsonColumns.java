package podo.event.show.terms;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores a list as JSON in one column, because it is always read and written whole and never searched. */
final class JsonColumns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonColumns() {}

    static class Grades implements AttributeConverter<List<Grade>, String> {

        @Override
        public String convertToDatabaseColumn(List<Grade> grades) {
            return JSON.writeValueAsString(grades);
        }

        @Override
        public List<Grade> convertToEntityAttribute(String column) {
            return JSON.readValue(column, new TypeReference<>() {});
        }
    }

    static class TextsColumn implements AttributeConverter<List<Texts>, String> {

        @Override
        public String convertToDatabaseColumn(@Nullable List<Texts> texts) {
            return JSON.writeValueAsString(texts == null ? List.of() : texts);
        }

        /** The column of an event from before it had languages is empty. */
        @Override
        public List<Texts> convertToEntityAttribute(@Nullable String column) {
            return column == null ? List.of() : JSON.readValue(column, new TypeReference<>() {});
        }
    }

    static class Fees implements AttributeConverter<List<Show.RefundFee>, String> {

        @Override
        public String convertToDatabaseColumn(List<Show.RefundFee> fees) {
            return JSON.writeValueAsString(fees);
        }

        @Override
        public List<Show.RefundFee> convertToEntityAttribute(String column) {
            return JSON.readValue(column, new TypeReference<>() {});
        }
    }
}
