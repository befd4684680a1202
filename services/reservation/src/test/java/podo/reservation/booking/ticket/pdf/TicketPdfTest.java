package podo.reservation.booking.ticket.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TicketPdfTest {

    private final TicketPdf pdf = new TicketPdf(ZoneId.of("Asia/Seoul"));

    @Test
    void aTicketHasAPageWithItsSeatInTheReadersLanguage() throws Exception {
        byte[] file = pdf.write(List.of(ticket("달빛 콘서트", 4711), ticket("달빛 콘서트", 4712)), Locale.KOREAN);

        Files.write(Path.of("target/tickets.pdf"), file); // to be looked at
        String text = text(file);
        assertThat(text).contains("달빛", "콘서트", "2026", "20:00", "구역", "1층", "PODO-7K2M-91QF-0000-0001");
        assertThat(bytes(file)).contains("/Count 2").startsWith("%PDF-1.").endsWith("%%EOF\n");
        assertThat(text(pdf.write(List.of(ticket("Moonlight", 1)), Locale.ENGLISH)))
                .contains("Moonlight", "Section", "Wed 2 Dec 2026, 20:00 KST");
    }

    @Test
    void theTableOfObjectsIsRight() {
        byte[] file = pdf.write(List.of(ticket("달빛 콘서트", 1)), Locale.KOREAN);
        String bytes = bytes(file);
        int table = Integer.parseInt(bytes.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));

        assertThat(bytes.substring(table)).startsWith("xref");
        List<Integer> offsets = Pattern.compile("(?m)^(\\d{10}) 00000 n ")
                .matcher(bytes)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        assertThat(offsets).hasSize(10);
        for (int i = 0; i < offsets.size(); i++) {
            assertThat(bytes.substring(offsets.get(i))).startsWith((i + 1) + " 0 obj\n");
        }
    }

    @Test
    void noTextLeavesThePageOrBreaksIt() {
        String longest = "꽃".repeat(200);
        String odd = "a(b\\c) Tj \u0000 \n ET 🎫 ‏مسرح";

        assertThat(text(pdf.write(List.of(ticket(longest, 1)), Locale.KOREAN))).contains("...");
        assertThat(bytes(pdf.write(List.of(ticket(odd, 1)), Locale.KOREAN))).doesNotContain("(b\\c)");
        assertThat(PdfText.lines(longest, 26, true, 483, 3))
                .hasSize(3)
                .allSatisfy(line -> assertThat(PdfText.width(line, 26, true)).isLessThan(530));
        assertThat(PdfText.lines("", 12, false, 100, 2)).containsExactly("");
    }

    private static TicketPage ticket(String title, long id) {
        return new TicketPage(
                id,
                "b-1",
                title,
                "포도홀 Grape Hall",
                Instant.parse("2026-12-02T11:00:00Z"),
                "1층",
                "A",
                12,
                "R",
                "PODO1." + "x".repeat(150),
                "PODO-7K2M-91QF-0000-0001");
    }

    /** The texts of all drawings, each letter by its code: two digits are Latin, four Korean. */
    private static String text(byte[] file) {
        return Pattern.compile("/(L|LB|K) [^<]*<([0-9a-f]*)> Tj")
                .matcher(bytes(file))
                .results()
                .map(TicketPdfTest::read)
                .reduce("", String::concat);
    }

    private static String read(MatchResult run) {
        byte[] bytes = HexFormat.of().parseHex(run.group(2));
        return new String(bytes, run.group(1).equals("K") ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
    }

    private static String bytes(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
