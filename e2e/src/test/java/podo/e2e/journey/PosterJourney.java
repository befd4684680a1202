package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** An organiser's own poster: through the gateway, on all pages, and taken down again. */
@OnRunningStack
class PosterJourney {

    private static final int TWENTY_MEGABYTES = 20 << 20;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @TempDir
    Path folder;

    @Test
    void aPosterIsUploadedSeenByFansAndTakenDown() throws IOException {
        Show show = Show.onSale(1, 4);
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/events/" + show.id() + "/poster");
        organiser.assertAccessible("the page of a poster");

        Path huge = Files.write(folder.resolve("huge.jpg"), new byte[TWENTY_MEGABYTES]);
        organiser.see("#picture").sendKeys(huge.toString());
        organiser.press("#hang").until(page -> page.shows("#picture-wrong"), "the refusal");
        assertThat(organiser.text("#picture-wrong")).contains("larger than 8 MB");
        organiser.assertAccessible("a refused poster");

        organiser.see("#picture").sendKeys(poster().toString());
        organiser.press("#hang").until(page -> page.shows("#remove"), "the poster to hang");
        organiser.assertAccessible("a poster that hangs");

        Browser fan = browsers.english();
        fan.open("/events/" + show.id());
        assertThat(fan.run("return document.querySelector('img.poster').getAttribute('src')")
                        .toString())
                .matches("/posters/" + show.id() + "-[0-9a-f]{32}-1200\\.jpg");
        fan.until(page -> naturalWidth(page) == 1200, "the picture");
        fan.assertAccessible("an event with a poster");

        organiser.press("#remove").until(page -> !page.shows("#remove"), "the drawn poster");
        fan.reloadUntil(page -> page.source().contains(".svg\" alt=\"\" width=\"280\""), "the drawn poster");
    }

    private static long naturalWidth(Browser page) {
        return ((Number) page.run("return document.querySelector('img.poster').naturalWidth")).longValue();
    }

    private Path poster() throws IOException {
        BufferedImage image = new BufferedImage(1500, 2000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 1500, 2000);
        graphics.setColor(Color.MAGENTA);
        graphics.fillOval(300, 500, 900, 900);
        graphics.dispose();
        Path file = folder.resolve("poster.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
