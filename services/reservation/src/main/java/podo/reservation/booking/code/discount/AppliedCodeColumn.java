package podo.reservation.booking.code.discount;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The code that a booking used, as JSON in one column; null without one. */
public class AppliedCodeColumn implements AttributeConverter<@Nullable AppliedCode, @Nullable String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AppliedCode code) {
        return code == null ? null : JSON.writeValueAsString(code);
    }

    @Override
    public @Nullable AppliedCode convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, AppliedCode.class);
    }
}
