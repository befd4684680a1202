package podo.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormTest {

    private static final String TYPE = "multipart/form-data; boundary=xYz";
    private static final String FORM = """
            --xYz
            Content-Disposition: form-data; name="version"

            7
            --xYz
            Content-Disposition: form-data; name="note"

            포도 --xYz
            in a line
            --xYz
            content-disposition: form-data; name="picture"; filename="a.jpg"
            Content-Type: image/jpeg

            pixels
            --xYz--
            """.replace("\n", "\r\n");

    private static byte[] bytes(String form) {
        return form.getBytes(UTF_8);
    }

    @Test
    void fieldsAndTheFileAreRead() {
        FileForm form = FileForm.parse(TYPE, bytes(FORM));
        assertThat(form.fields()).containsOnly(entry("version", "7"), entry("note", "포도 --xYz\r\nin a line"));
        assertThat(form.file()).isEqualTo(bytes("pixels"));
        assertThat(FileForm.parse("Multipart/Form-Data;boundary=\"xYz\"", bytes(FORM))
                        .file())
                .isEqualTo(bytes("pixels"));
    }

    @Test
    void anEmptyFileIsThereAndNoFileIsNull() {
        assertThat(FileForm.parse(TYPE, bytes(FORM.replace("pixels", ""))).file())
                .isEmpty();
        assertThat(FileForm.parse(TYPE, bytes(FORM.substring(0, FORM.lastIndexOf("--xYz\r\ncontent")) + "--xYz--"))
                        .file())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--xYz",
                "--xYz\r\n\r\n\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data\r\n\r\na\r\n--xYz--",
                "--xYz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--xYz\r\n"
            })
    void whatIsNoWholeFormIsNothing(String body) {
        assertThat(FileForm.parse(TYPE, bytes(body))).isNull();
    }

    @Test
    void aFormWithoutItsBoundaryIsNothing() {
        assertThat(FileForm.parse("multipart/form-data", bytes(FORM))).isNull();
        assertThat(FileForm.parse("multipart/mixed; boundary=xYz", bytes(FORM))).isNull();
        assertThat(FileForm.parse("multipart/form-data; boundary=other", bytes(FORM)))
                .isNull();
        assertThat(FileForm.parse("/;;", bytes(FORM))).isNull();
    }

    @Test
    void aFieldTwiceOrTwoFilesOrALongFieldAreNothing() {
        String file = FORM.substring(FORM.lastIndexOf("--xYz\r\ncontent"), FORM.lastIndexOf("--xYz--"));
        assertThat(FileForm.parse(TYPE, bytes(file + FORM))).isNull();
        assertThat(FileForm.parse(TYPE, bytes(FORM.replace("\"note\"", "\"version\""))))
                .isNull();
        assertThat(FileForm.parse(TYPE, bytes(FORM.replace("in a line", "x".repeat(11_000)))))
                .isNull();
        String field = "--xYz\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\n\r\n";
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            many.append(field.formatted(i));
        }
        assertThat(FileForm.parse(TYPE, bytes(many + "--xYz--"))).isNull();
    }

    @Test
    void aFormThatEndsEarlyIsNothing() {
        byte[] whole = bytes(FORM);
        int last = FORM.lastIndexOf("--xYz--");
        int end = bytes(FORM.substring(0, last)).length + "--xYz--".length();
        for (int length = 0; length < end; length++) {
            assertThat(FileForm.parse(TYPE, Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
    }

    @Test
    void damageIsNoException() {
        Random dice = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = bytes(FORM);
            for (int hit = 0; hit < 3; hit++) {
                damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt();
            }
            FileForm form = FileForm.parse(TYPE, damaged);
            assertThat(form == null || form.fields().size() <= 3).isTrue();
        }
    }
}
