package podo.reservation.booking.ticket.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podo.reservation.booking.ticket.face.TicketFace;

/** The files are read by PDFBox, which is not what wrote them. */
class TicketPdfTest {

    private final TicketPdf pdf = new TicketPdf(ZoneId.of("Asia/Seoul"));

    @ParameterizedTest
    @EnumSource
    void aTicketHasAPageWithItsSeatInTheReadersLanguage(PageSize size) throws Exception {
        byte[] file = pdf.write(List.of(ticket("달빛 콘서트", 4711), ticket("달빛 콘서트", 4712)), size, Locale.KOREAN);

        Files.write(Path.of("target/tickets-" + size.word() + ".pdf"), file); // to be looked at
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(size.width);
            assertThat(text(document))
                    .contains("달빛 콘서트", "2026년 12월 2일 (수) 20:00 KST", "포도홀 Grape Hall", "구역", "1층", "휠체어석")
                    .contains("PODO-7K2M-91QF-0000-0001", "입장할 때 이 코드를", "4711", "4712");
        }
        try (PDDocument english = Loader.loadPDF(pdf.write(List.of(ticket("Moonlight", 1)), size, Locale.ENGLISH))) {
            assertThat(text(english)).contains("Moonlight", "Section", "Wed 2 Dec 2026, 20:00 KST");
        }
        assertThat(file).hasSizeLessThan(30_000);
    }

    @Test
    void whenTheDoorsOpenStandsOnTheTicketWhereTheOrganiserSaysIt() throws Exception {
        Instant hourBefore = Instant.parse("2026-12-02T10:00:00Z");
        try (PDDocument document =
                Loader.loadPDF(pdf.write(List.of(ticket("달빛", 1, hourBefore)), PageSize.PHONE, Locale.KOREAN))) {
            assertThat(text(document)).contains("입장 19:00 KST부터");
        }
        Instant dayBefore = Instant.parse("2026-12-01T10:00:00Z");
        try (PDDocument document =
                Loader.loadPDF(pdf.write(List.of(ticket("Moon", 1, dayBefore)), PageSize.A4, Locale.ENGLISH))) {
            assertThat(text(document)).contains("Doors open Tue 1 Dec 2026, 19:00 KST");
        }
        try (PDDocument document = Loader.loadPDF(pdf.write(List.of(ticket("Moon", 1)), PageSize.A4, Locale.ENGLISH))) {
            assertThat(text(document)).doesNotContain("Doors");
        }
    }

    @Test
    void koreanLettersAreDrawnInsideTheFile() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.write(List.of(ticket("달빛", 1)), PageSize.A4, Locale.KOREAN))) {
            PDPage page = document.getPage(0);
            PDType3Font font = (PDType3Font) page.getResources().getFont(COSName.getPDFName("H0"));
            assertThat(font.toUnicode(0)).isEqualTo("달");
            assertThat(new String(font.getCharProc(0).getContents().readAllBytes()))
                    .contains(" l\n")
                    .contains("S\n");
            assertThat(new String(page.getContents().readAllBytes()))
                    .as("nothing is left to a font of the viewer but Latin letters")
                    .doesNotContain("/K ");
        }
    }

    @Test
    void everySyllableHasADrawingOfItsOwnInsideItsCell() {
        Set<String> drawings = new HashSet<>();
        for (int syllable = 0xAC00; syllable <= 0xD7A3; syllable++) {
            String path = HangulStrokes.path(syllable);
            assertThat(drawings.add(path)).as(Character.toString(syllable)).isTrue();
            assertThat(Stream.of(path.split("[^-0-9]+")).mapToInt(Integer::parseInt))
                    .as(Character.toString(syllable))
                    .allMatch(at -> at >= -130 && at <= 970);
        }
        assertThat(drawings).hasSize(11_172);
    }

    @Test
    void moreSyllablesThanAFontHoldsTakeASecondOne() throws Exception {
        String first = IntStream.range(0, 60)
                .mapToObj(i -> Character.toString(0xAC00 + i * 7))
                .collect(Collectors.joining());
        List<TicketFace> tickets = IntStream.range(0, 8)
                .mapToObj(n -> ticket(
                        first.codePoints()
                                .map(letter -> letter + 600 * n)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining()),
                        n))
                .toList();
        try (PDDocument document = Loader.loadPDF(pdf.write(tickets, PageSize.A4, Locale.ENGLISH))) {
            assertThat(document.getPage(0).getResources().getFontNames()).contains(COSName.getPDFName("H1"));
            String text = text(document).replaceAll("\\s", "");
            tickets.forEach(ticket -> assertThat(text).contains(ticket.title().substring(0, 15)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTextLeavesThePage(PageSize size) throws Exception {
        String longest = "꽃".repeat(200);
        TicketFace ticket = new TicketFace(
                1,
                "b".repeat(36),
                7,
                longest,
                longest,
                Instant.parse("2026-12-22T11:00:00Z"),
                null,
                longest,
                "가나다라마",
                12345,
                longest,
                longest.substring(0, 120),
                longest.substring(0, 100),
                "PODO1." + "x".repeat(150),
                "PODO-WWWW-WWWW-WWWW-WWWW",
                0);
        try (PDDocument document = Loader.loadPDF(pdf.write(List.of(ticket), size, Locale.KOREAN))) {
            assertThat(text(document)).contains("...");
            List<TextPosition> letters = letters(document);
            assertThat(letters).hasSizeGreaterThan(100);
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.getX()).isGreaterThanOrEqualTo(10);
                assertThat(letter.getX() + letter.getWidth()).isLessThan(size.width);
                assertThat(letter.getY()).isBetween(10f, size.height - 8f);
            });
        }
    }

    @Test
    void noTextBreaksTheFile() throws Exception {
        for (String odd : List.of("a(b\\c) Tj \u0000 \n ET 🎫 ‏مسرح", "Café – Ü 50 €", "", "漢字 かな")) {
            try (PDDocument document =
                    Loader.loadPDF(pdf.write(List.of(ticket(odd, 1)), PageSize.PHONE, Locale.KOREAN))) {
                assertThat(text(document)).contains("PODO-7K2M-91QF-0000-0001");
            }
        }
        try (PDDocument document =
                Loader.loadPDF(pdf.write(List.of(ticket("Café – Ü 50 €", 1)), PageSize.A4, Locale.KOREAN))) {
            assertThat(text(document)).contains("Café – Ü 50 €");
        }
    }

    @Test
    void linesBreakBetweenWordsAndInLongOnes() {
        assertThat(PdfText.lines("꽃".repeat(200), 26, true, 483, 3))
                .hasSize(3)
                .allSatisfy(line -> assertThat(PdfText.width(line, 26, true)).isLessThan(530));
        assertThat(PdfText.lines("", 12, false, 100, 2)).containsExactly("");
    }

    private static TicketFace ticket(String title, long id) {
        return ticket(title, id, null);
    }

    private static TicketFace ticket(String title, long id, @Nullable Instant doorsAt) {
        return new TicketFace(
                id,
                "b-1",
                7,
                title,
                "포도홀 Grape Hall",
                Instant.parse("2026-12-02T11:00:00Z"),
                doorsAt,
                "1층",
                "A",
                12,
                "R",
                "휠체어석",
                "Hong 길동",
                "PODO1." + "x".repeat(150),
                "PODO-7K2M-91QF-0000-0001",
                0);
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static List<TextPosition> letters(PDDocument document) throws IOException {
        List<TextPosition> letters = new java.util.ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                letters.add(letter);
            }
        }.writeText(document, new StringWriter());
        return letters;
    }
}
