package podo.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SheetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+82 10",
                "-5",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "|calc",
                "%0A",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void noSpreadsheetComputesWhatAPersonWrote(String text) throws Exception {
        assertThat(SheetText.of(text)).isEqualTo("'" + text);
        assertThat(cells(xlsx(List.of(text)))).containsExactly(List.of("inlineStr:'" + text.replace("\r", "\n")));
        assertThat(csv(List.of(text))).startsWith("\uFEFF").contains("'" + text);
    }

    @Test
    void numbersAreNumbersAndOtherTextsStayAsTheyAre() throws Exception {
        List<Object> row = List.of(-5, 132_000L, "Kim, \"Jihun\"", "두 줄\n메모", "<b>&amp;", "");
        assertThat(csv(row)).isEqualTo("\uFEFF-5,132000,\"Kim, \"\"Jihun\"\"\",\"두 줄\n메모\",<b>&amp;,\r\n");
        assertThat(cells(xlsx(row)))
                .containsExactly(List.of(
                        ":-5",
                        ":132000",
                        "inlineStr:Kim, \"Jihun\"",
                        "inlineStr:두 줄\n메모",
                        "inlineStr:<b>&amp;",
                        "inlineStr:"));
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTheWorkbookIsWellFormed() throws Exception {
        byte[] book = xlsx(List.of("a\u0000b\uFFFEc😀\uD800d"));
        assertThat(cells(book)).containsExactly(List.of("inlineStr:abc😀d"));
        assertThat(parts(book).keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/worksheets/sheet1.xml");
        assertThat(new String(parts(book).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .doesNotContain("<f>");
    }

    /** The writer keeps nothing: what it has written comes out while it goes on. */
    @Test
    void aHundredThousandRowsLeaveWhileTheyAreWritten() throws IOException {
        long[] written = new long[1];
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
            }
        };
        for (SheetWriter sheet : List.of(new CsvSheet(counted), new XlsxSheet(counted))) {
            long before = written[0];
            long last = before;
            for (int i = 0; i < 100_000; i++) {
                sheet.write(List.of("podo-" + i * 7919, "박지훈", i));
                if (i % 20_000 == 19_999) {
                    assertThat(written[0])
                            .as("%s after %d rows", sheet.getClass(), i)
                            .isGreaterThan(last);
                    last = written[0];
                }
            }
            sheet.close();
            assertThat(written[0]).isGreaterThan(before);
        }
    }

    private static String csv(List<?> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter sheet = new CsvSheet(out);
        sheet.write(row);
        sheet.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<?> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter sheet = new XlsxSheet(out);
        sheet.write(row);
        sheet.close();
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] book) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Type and text of each cell, row by row; every part is parsed. */
    private static List<List<String>> cells(byte[] book) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts(book).entrySet()) {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getValue()));
            var found = document.getElementsByTagName("row");
            for (int i = 0; i < found.getLength(); i++) {
                List<String> row = new ArrayList<>();
                var cells = ((Element) found.item(i)).getElementsByTagName("c");
                for (int c = 0; c < cells.getLength(); c++) {
                    row.add(((Element) cells.item(c)).getAttribute("t") + ":"
                            + cells.item(c).getTextContent());
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
