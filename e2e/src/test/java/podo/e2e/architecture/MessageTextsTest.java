package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every text of pages, refusals and the simulator, in each language, with sample arguments. */
class MessageTextsTest {

    private static final int MOST_ARGUMENTS = 6;
    private static final int FEWEST_FILES = 18;

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    /** Numbers and the nouns that texts join with them; an adjective may stand between. */
    private static final Pattern ONE_WITH_PLURAL = Pattern.compile(
            "\\b1 (?:sold |draw |free )?(?!is\\b|was\\b|has\\b|ms\\b)\\p{L}+s\\b|\\b1 fans? are\\b|\\b1 \\p{L}+ were\\b");

    private static final Pattern MANY_WITH_SINGULAR = Pattern.compile(
            "\\b(?:0|2|1,234) (?:sold |draw |free )?(?:seat|fan|ticket|order|event|row|second|minute|hour|day|show|time)\\b");
    /** Words that docs/glossary.md replaces by another one. */
    private static final Pattern AVOIDED = Pattern.compile(
            "(?i)로비|잡기|잡은|잡았|잡아|잡고|유지|까닭|장부|접수증|대기열에 서|줄을 서|돌려주기|돌려받|예약|지도"
                    + "|\\bqueue\\b|\\bgiv(?:e|en|ing)(?: \\w+)? back\\b|\\bmarket\\b|\\bthe books\\b|\\bshall\\b|\\breserv");

    /** A Korean counter stands close to its number: 2석, 3명. */
    private static final Pattern COUNTER_APART = Pattern.compile("\\} (?:석|명|장|건|초|분|개|쪽|열)(?![\\p{L}])");

    /** @param formatted whether it is read as a pattern of MessageFormat: it has arguments, or gets some always */
    record Text(String file, Locale language, String key, String pattern, boolean formatted) {

        String render(Object argument) {
            Object[] arguments = new Object[MOST_ARGUMENTS];
            Arrays.fill(arguments, argument);
            return formatted ? new MessageFormat(pattern, language).format(arguments) : pattern;
        }

        @Override
        public String toString() {
            return file + " " + key + " = " + pattern;
        }
    }

    @Test
    void everyFileOfTextsIsLookedAt() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
        assertThat(texts()).anyMatch(text -> text.key().equals("event.per-fan"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesNameTheSameArguments(Path file) {
        Properties texts = read(file);
        Properties english =
                read(file.resolveSibling(file.getFileName().toString().replace("_ko", "")));
        for (String key : texts.stringPropertyNames()) {
            assertThat(arguments(texts.getProperty(key)))
                    .as("%s of %s", key, SourceTree.relative(file))
                    .isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void everyTextKeepsItsApostrophesAndLosesItsBraces() {
        assertThat(texts().filter(text -> apostrophes(text.render(3)) != apostrophesMeant(text)))
                .as("apostrophes: ’, or doubled in a text with arguments")
                .isEmpty();
        assertThat(texts().filter(text -> text.render(3).matches("(?s).*[{}|#].*")))
                .isEmpty();
    }

    @Test
    void numbersAgreeWithTheirNouns() {
        for (Text text :
                texts().filter(text -> text.language() == Locale.ENGLISH).toList()) {
            assertThat(text.render(1)).as("%s", text).doesNotContainPattern(ONE_WITH_PLURAL);
            assertThat(List.of(text.render(0), text.render(2), text.render(1234)))
                    .as("%s", text)
                    .allSatisfy(rendered -> assertThat(rendered).doesNotContainPattern(MANY_WITH_SINGULAR));
            assertThat(text.render(0))
                    .as("%s", text)
                    .doesNotContainPattern("\\b1 (?:seat|fan|ticket|order|event|second)\\b");
        }
    }

    @Test
    void oneWordStandsForOneThing() {
        assertThat(texts().filter(text -> AVOIDED.matcher(text.render(2)).find()))
                .as("docs/glossary.md names the word to use")
                .isEmpty();
    }

    @Test
    void koreanCountersStandCloseToTheirNumbers() {
        assertThat(texts().filter(text -> text.language() == Locale.KOREAN))
                .allSatisfy(text -> assertThat(text.pattern()).doesNotContainPattern(COUNTER_APART));
    }

    static Stream<Path> files() {
        return SourceTree.inModules("src/main/resources", ".properties").stream()
                .filter(file ->
                        file.getFileName().toString().matches("(messages|problems|fallback)(_ko)?\\.properties"));
    }

    private static Stream<Text> texts() {
        return files().flatMap(file -> {
            Locale language = file.toString().contains("_ko.") ? Locale.KOREAN : Locale.ENGLISH;
            Properties texts = read(file);
            return texts.stringPropertyNames().stream().map(key -> {
                String pattern = texts.getProperty(key);
                // Words gives the texts of refusals the seconds to wait, whether they name them or not
                boolean formatted = ARGUMENT.matcher(pattern).find() || key.startsWith("refused.");
                return new Text(SourceTree.relative(file), language, key, pattern, formatted);
            });
        });
    }

    private static long apostrophesMeant(Text text) {
        return apostrophes(
                text.formatted()
                        ? text.pattern().replace("''", "’")
                        : text.pattern().replace("''", "'"));
    }

    private static long apostrophes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '’').count();
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
