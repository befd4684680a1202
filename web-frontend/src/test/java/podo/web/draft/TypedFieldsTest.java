package podo.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedFieldsTest {

    record Line(@Nullable String name, @Nullable String price) {}

    record Form(
            @Nullable String title,
            @Nullable String notes,
            @Nullable List<@Nullable Line> grades) {}

    @Test
    void aFormIsItsFieldsAndComesBack() {
        Form form = new Form("Moon", "", List.of(new Line("R", "1000"), new Line("S", null)));
        Map<String, String> fields = TypedFields.of(form);
        assertThat(fields)
                .containsExactly(
                        Map.entry("title", "Moon"),
                        Map.entry("notes", ""),
                        Map.entry("grades[0].name", "R"),
                        Map.entry("grades[0].price", "1000"),
                        Map.entry("grades[1].name", "S"));
        assertThat(TypedFields.bind(fields, Form.class)).isEqualTo(form);
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(TypedFields.bind(Map.of("other", "x"), Form.class)).isEqualTo(new Form(null, null, null));
    }
}
