package podo.event.show.change;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.ShowChange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was told about an event's changes as JSON in one column, because it is read with the event and never searched. */
public class ToldChangesColumn implements AttributeConverter<List<ShowChange>, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(@Nullable List<ShowChange> changes) {
        return JSON.writeValueAsString(changes == null ? List.of() : changes);
    }

    @Override
    public List<ShowChange> convertToEntityAttribute(@Nullable String column) {
        return column == null ? List.of() : JSON.readValue(column, new TypeReference<>() {});
    }
}
