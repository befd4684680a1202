package podo.stack.supervisor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void koreanIsPrintedWhateverTheLocale() throws Exception {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=de",
                "-cp",
                System.getProperty("java.class.path"),
                Korean.class.getName()));
        builder.environment().put("LC_ALL", "POSIX");
        var process = builder.redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).contains("포도 opens").containsPattern("[0-9]\\.[0-9] s  demo: 한강체육관");
    }

    static final class Korean {
        public static void main(String[] arguments) {
            var console = new Console();
            console.plain("포도 opens");
            console.say("demo: 한강체육관");
        }
    }
}
