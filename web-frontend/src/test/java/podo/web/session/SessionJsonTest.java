package podo.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.serializer.SerializationException;

class SessionJsonTest {

    record Kept(String word, Instant until) {}

    private final SessionJson json = new SessionJson(List.of(SessionType.of("kept", Kept.class)));

    @Test
    void whatAPackageNamesIsReadAsItWasWritten() {
        for (Object value :
                List.of("포도", 7, 7L, List.of(3, 1, 2), new Kept("grape", Instant.parse("2030-01-01T00:00:00.5Z")))) {
            assertThat(json.deserialize(json.serialize(value))).isEqualTo(value);
        }
        assertThat(json.deserialize(json.serialize(null))).isNull();
    }

    @Test
    void whatNobodyNamesIsNotWritten() {
        assertThatThrownBy(() -> json.serialize(new File("/etc/passwd"))).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "{\"type\":\"kept\"}",
                "{\"type\":\"kept\",\"value\":null}",
                "{\"type\":\"kept\",\"value\":{\"word\":\"a\",\"more\":1}}",
                "{\"type\":\"java.io.File\",\"value\":\"/etc/passwd\"}",
                "{\"type\":\"podo.web.session.SessionJsonTest$Kept\",\"value\":{\"word\":\"a\"}}",
                "{\"type\":7,\"value\":7}",
                "{\"type\":\"int\",\"value\":\"seven\"}",
                "{\"type\":\"int\",\"value\":99999999999}"
            })
    void allElseIsUnreadable(String stored) {
        Object value = json.deserialize(stored.getBytes(StandardCharsets.UTF_8));

        if (stored.isEmpty()) {
            assertThat(value).isNull();
        } else {
            assertThat(value).isSameAs(SessionJson.UNREADABLE);
        }
    }
}
