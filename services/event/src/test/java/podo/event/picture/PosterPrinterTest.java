package podo.event.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podo.starter.problem.InvalidField;

class PosterPrinterTest {

    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;
    private static final int WHITE = 0xffffff;

    private final PosterPrinter printer = new PosterPrinter();

    @TempDir
    Path folder;

    private PrintedPoster print(byte[] file) {
        try {
            return printer.print(Files.write(folder.resolve("upload"), file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(byte[] file, String key) {
        assertThatThrownBy(() -> print(file))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.fields()).singleElement().satisfies(field -> {
                            assertThat(field.field()).isEqualTo("picture");
                            assertThat(field.key()).isEqualTo(key);
                        }));
    }

    private static void assertCorners(BufferedImage image, int... colours) {
        int right = image.getWidth() * 3 / 4;
        int bottom = image.getHeight() * 3 / 4;
        int left = image.getWidth() / 4;
        int top = image.getHeight() / 4;
        assertLike(image.getRGB(left, top), colours[0]);
        assertLike(image.getRGB(right, top), colours[1]);
        assertLike(image.getRGB(left, bottom), colours[2]);
        assertLike(image.getRGB(right, bottom), colours[3]);
    }

    private static void assertLike(int colour, int wanted) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat((colour >> shift) & 0xff)
                    .as("%06x like %06x", colour & 0xffffff, wanted)
                    .isBetween((wanted >> shift & 0xff) - 12, (wanted >> shift & 0xff) + 12);
        }
    }

    @Test
    void aPosterIsPrintedInTwoWidthsAndItsPixelsNameIt() {
        PrintedPoster poster = print(PictureFiles.jpeg(2400, 3200));
        assertThat(poster.prints()).extracting(PrintedPoster.Print::width).containsExactly(600, 1200);
        BufferedImage small = PictureFiles.decoded(poster.prints().getFirst().jpeg());
        BufferedImage large = PictureFiles.decoded(poster.prints().getLast().jpeg());
        assertThat(small.getWidth()).isEqualTo(600);
        assertThat(small.getHeight()).isEqualTo(800);
        assertThat(large.getWidth()).isEqualTo(1200);
        assertThat(large.getHeight()).isEqualTo(1600);
        assertCorners(small, RED, GREEN, WHITE, BLUE);
        assertThat(poster.digest()).matches("[0-9a-f]{32}");
        assertThat(print(PictureFiles.jpeg(2400, 3200)).digest()).isEqualTo(poster.digest());
        assertThat(print(PictureFiles.jpeg(2400, 3000)).digest()).isNotEqualTo(poster.digest());
    }

    @Test
    void aSmallPictureIsNotEnlargedAndALongOneBecomesNarrower() {
        BufferedImage small = PictureFiles.decoded(
                print(PictureFiles.jpeg(400, 500)).prints().getLast().jpeg());
        assertThat(small.getWidth()).isEqualTo(400);
        BufferedImage strip = PictureFiles.decoded(
                print(PictureFiles.jpeg(300, 3000)).prints().getFirst().jpeg());
        assertThat(strip.getHeight()).isEqualTo(1200);
        assertThat(strip.getWidth()).isEqualTo(120);
    }

    @Test
    void aCameraPictureIsReadInFewerPixels() {
        BufferedImage large = PictureFiles.decoded(
                print(PictureFiles.jpeg(6000, 4000)).prints().getLast().jpeg());
        assertThat(large.getWidth()).isEqualTo(1200);
        assertThat(large.getHeight()).isEqualTo(800);
        assertCorners(large, RED, GREEN, WHITE, BLUE);
    }

    @Test
    void whatIsTransparentIsWhite() {
        BufferedImage large = PictureFiles.decoded(
                print(PictureFiles.png(800, 800)).prints().getLast().jpeg());
        assertCorners(large, RED, GREEN, WHITE, BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"four-colours.webp", "four-colours-lossless.webp"})
    void webpIsRead(String name) {
        BufferedImage large = PictureFiles.decoded(
                print(PictureFiles.resource(name)).prints().getLast().jpeg());
        assertThat(large.getWidth()).isEqualTo(400);
        assertCorners(large, RED, 0x008000, 0xfafafa, BLUE);
    }

    @ParameterizedTest
    @CsvSource({"1, RGWB", "2, GRBW", "3, BWGR", "4, WBRG", "5, RWGB", "6, WRBG", "7, BGWR", "8, GBRW"})
    void aPictureThatLiesIsTurnedUpright(int orientation, String corners) {
        BufferedImage large = PictureFiles.decoded(print(PictureFiles.hostileJpeg(400, 600, orientation))
                .prints()
                .getLast()
                .jpeg());
        assertThat(large.getWidth()).isEqualTo(orientation > 4 ? 600 : 400);
        assertCorners(
                large,
                corners.chars()
                        .map(letter -> switch (letter) {
                            case 'R' -> RED;
                            case 'G' -> GREEN;
                            case 'B' -> BLUE;
                            default -> WHITE;
                        })
                        .toArray());
    }

    @Test
    void nothingButPixelsSurvives() {
        byte[] hostile = PictureFiles.hostileJpeg(400, 600, 1);
        assertThat(new String(hostile, ISO_8859_1)).contains(PictureFiles.SCRIPT, "Exif");
        print(hostile)
                .prints()
                .forEach(print ->
                        assertThat(new String(print.jpeg(), ISO_8859_1)).doesNotContain("script", "Exif", "html"));
    }

    @Test
    void whatSaysItHasTooManyPixelsIsNotDecoded() {
        assertRefused(PictureFiles.pngThatSays(30_000, 30_000), "picture-large");
        assertRefused(PictureFiles.pngThatSays(10_000, 3_001), "picture-large");
        assertRefused(PictureFiles.pngThatSays(Integer.MAX_VALUE, Integer.MAX_VALUE), "picture-large");
        assertRefused(PictureFiles.jpegThatSays(30_000, 30_000), "picture-large");
        assertRefused(PictureFiles.jpegThatSays(65_000, 400), "picture-large");
        assertRefused(PictureFiles.jpeg(299, 1000), "picture-small");
    }

    @Test
    void theFrameWithinAWebpFileIsMeasured() {
        assertRefused(PictureFiles.webpWithALargeFrame(), "picture-large");
        assertRefused(PictureFiles.resource("moving.webp"), "picture-moves");
    }

    @Test
    void whatIsCutShortIsRefused() {
        for (byte[] whole : new byte[][] {
            PictureFiles.jpeg(800, 800),
            PictureFiles.png(800, 800),
            PictureFiles.resource("four-colours.webp"),
            PictureFiles.resource("four-colours-lossless.webp")
        }) {
            for (int part : new int[] {20, 40, 60, 80}) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 100);
                assertThatThrownBy(() -> print(cut))
                        .as("%d %% of %d bytes that begin with %d", part, whole.length, cut[0])
                        .isInstanceOf(InvalidField.class);
            }
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertRefused(new byte[0], "picture-kind");
        assertRefused("<svg onload=alert(1)>".getBytes(ISO_8859_1), "picture-kind");
        assertRefused(PictureFiles.gif(400, 400), "picture-kind");
        assertRefused("RIFF....WAVE".getBytes(ISO_8859_1), "picture-kind");
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "picture-broken");
        assertRefused("RIFF....WEBPVP8L".getBytes(ISO_8859_1), "picture-broken");
    }

    @Test
    void aPictureOfThousandsOfScansIsRefused() {
        assertRefused(PictureFiles.jpegWithScans(5_000), "picture-broken");
    }

    @Test
    void randomDamageIsAPictureOrARefusal() {
        java.util.Random dice = new java.util.Random(7);
        for (byte[] whole : new byte[][] {
            PictureFiles.hostileJpeg(400, 400, 6),
            PictureFiles.png(400, 400),
            PictureFiles.resource("four-colours.webp"),
            PictureFiles.resource("four-colours-lossless.webp")
        }) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = whole.clone();
                for (int hit = 0; hit < 4; hit++) {
                    damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt();
                }
                try {
                    assertThat(print(damaged).prints()).hasSize(2);
                } catch (InvalidField refusal) {
                    assertThat(refusal.fields()).hasSize(1);
                }
            }
        }
    }

    @Test
    void moreThanEightMegabytesAreNotReceived() {
        assertThatThrownBy(() -> UploadedPicture.receive(new ByteArrayInputStream(new byte[(8 << 20) + 1])))
                .isInstanceOf(PictureTooLarge.class);
    }
}
