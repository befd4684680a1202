package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    private static final Pattern TEXT = Pattern.compile(">([^<>]*[\\p{L}]{2,}[^<>]*)<");
    private static final Pattern LITERAL_ATTRIBUTE =
            Pattern.compile("(?<![:-])\\b(placeholder|title|aria-label|alt|summary)=\"[^\"]*\\p{L}[^\"]*\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)");

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        assertThat(new TreeSet<>(texts("").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(texts("_ko").stringPropertyNames()));
    }

    @Test
    void noParticleFollowsAPlaceholderInKorean() throws IOException {
        texts("_ko")
                .forEach((key, text) -> assertThat((String) text)
                        .as((String) key)
                        .doesNotContainPattern("\\{\\d}(은|는|이|가|을|를|와|과)(?!\\p{L})"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsLiteralText(Resource template) throws IOException {
        String html = template.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s)<!--/\\*.*?\\*/-->", "")
                .replaceAll("(?s)<svg.*?</svg>", "");
        assertThat(TEXT.matcher(html).results().map(found -> found.group(1)))
                .as("%s", template.getFilename())
                .isEmpty();
        assertThat(LITERAL_ATTRIBUTE.matcher(html).results().map(found -> found.group()))
                .as("%s", template.getFilename())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyOfATemplateExists(Resource template) throws IOException {
        Properties known = texts("");
        assertThat(KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1)))
                .as("%s", template.getFilename())
                .allSatisfy(key -> assertThat(known).containsKey(key));
    }

    static Stream<Resource> templates() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html"));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/podo/messages" + language + ".properties")) {
            texts.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
