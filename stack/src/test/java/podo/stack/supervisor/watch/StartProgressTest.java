package podo.stack.supervisor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartProgressTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatIsAwaitedAndHowLongTheLastStartTook() throws Exception {
        Files.writeString(folder.resolve("times"), "the-first-page=30\nready=50\n");
        var progress = progress();
        progress.begin("user");
        progress.begin("event");

        assertThat(progress.report(10)).contains("waiting for user, event; the first page in about 20 s");
        progress.done("user");
        progress.done(StartProgress.FIRST_PAGE);
        assertThat(progress.report(31)).contains("waiting for event; ready in about 19 s");
        assertThat(progress.report(60)).contains("waiting for event; ready was there after 50 s the last time");
        progress.done("event");
        assertThat(progress.report(61)).isEmpty();
    }

    @Test
    void theFirstStartForetellsNothing() {
        var progress = progress();
        progress.begin("user");

        assertThat(progress.report(10))
                .hasValueSatisfying(line ->
                        assertThat(line).startsWith("waiting for user; ").doesNotContain(" in about "));
    }

    @Test
    void onlyACompleteStartIsRemembered() {
        var failed = progress();
        failed.done(StartProgress.FIRST_PAGE);
        failed.end(false);
        assertThat(folder.resolve("times")).doesNotExist();

        var complete = progress();
        complete.done(StartProgress.FIRST_PAGE);
        complete.end(true);
        assertThat(folder.resolve("times")).content().contains("the-first-page=");
    }

    private StartProgress progress() {
        return new StartProgress(new Console(), folder.resolve("times"));
    }
}
