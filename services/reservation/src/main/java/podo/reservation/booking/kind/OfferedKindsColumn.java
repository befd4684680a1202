package podo.reservation.booking.kind;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kinds that a booking was offered, by grade, as JSON in one column; null without any. */
public class OfferedKindsColumn
        implements AttributeConverter<@Nullable Map<String, List<OfferedKind>>, @Nullable String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, List<OfferedKind>> kinds) {
        return kinds == null || kinds.isEmpty() ? null : JSON.writeValueAsString(kinds);
    }

    @Override
    public @Nullable Map<String, List<OfferedKind>> convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, new TypeReference<>() {});
    }
}
