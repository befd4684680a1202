package podo.reservation.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the checker of docs/ticket-codes.md as it stands there. */
class TicketCheckerTest {

    private static final Path DOCUMENT = Path.of("../../docs/ticket-codes.md");

    private final TicketKeys keys = new TicketKeys(new TicketKeySettings(TicketCodesTest.secret(), List.of()));
    private final String code = new TicketCodes(keys).sign(new TicketClaim(12, 12_000_042, 4711, 3));

    @TempDir
    Path folder;

    @Test
    void twentyLinesAreEnoughToCheckACode() throws Exception {
        List<String> checker = checker();
        assertThat(checker.stream().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(22);
        Path file = Files.write(folder.resolve("CheckTicket.java"), checker);

        assertThat(run(file, code)).contains("\"e\":12,\"s\":12000042,\"t\":4711,\"g\":3");
        String another = new TicketCodes(keys).sign(new TicketClaim(13, 12_000_042, 4711, 3));
        String mixed = another.substring(0, another.lastIndexOf('.')) + code.substring(code.lastIndexOf('.'));
        assertThat(run(file, mixed)).isEqualTo("forged");
    }

    private String run(Path file, String checked) throws IOException, InterruptedException {
        String jwks = JsonMapper.shared().writeValueAsString(new TicketKeyController.JwkSet(keys.jwks()));
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        file.toString(),
                        checked,
                        jwks)
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        return said.strip();
    }

    private static List<String> checker() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int start = lines.indexOf("```java") + 1;
        return lines.subList(start, start + lines.subList(start, lines.size()).indexOf("```"));
    }
}
