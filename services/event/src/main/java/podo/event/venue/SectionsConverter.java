package podo.event.venue;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import podo.event.plan.Section;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores sections as JSON in one column, because they are always read and written whole and never searched. */
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
