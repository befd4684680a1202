package podo.event.venue;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sections as JSON in one column: they are read and written together, never searched. */
class SectionsConverter implements AttributeConverter<List<Section>, String> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Section>> SECTIONS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Section> sections) {
        return JSON.writeValueAsString(sections);
    }

    @Override
    public List<Section> convertToEntityAttribute(String column) {
        return JSON.readValue(column, SECTIONS);
    }
}
