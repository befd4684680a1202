package podo.stack.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services with an own class each, one library for both and one for the ticket desk alone. */
class ServiceClassLoaderTest {

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    private ServiceClassLoader desk;
    private ServiceClassLoader gate;

    @BeforeEach
    void pack() throws Exception {
        folder = Files.createDirectory(temporary.resolve("our shop"));
        Path shared = library("a shared-1.0.jar", "lib.Shared", "one");
        Path extra = library("extra-1.0.jar", "lib.Extra", "two");
        ClassLoader libraries = new URLClassLoader(
                new URL[] {shared.toUri().toURL(), extra.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        desk = ServiceClassLoader.of("desk", service("desk", "a%20shared-1.0.jar lib/extra-1.0.jar"), libraries);
        gate = ServiceClassLoader.of("gate", service("gate", "a%20shared-1.0.jar"), libraries);
    }

    @Test
    void aLibraryOfBothIsLoadedOnce() throws Exception {
        assertThat(desk.loadClass("lib.Shared")).isSameAs(gate.loadClass("lib.Shared"));
    }

    @Test
    void aLibraryThatTheJarDoesNotNameIsNotThere() throws Exception {
        assertThat(desk.loadClass("lib.Extra")).isNotNull();
        assertThatThrownBy(() -> gate.loadClass("lib.Extra")).isInstanceOf(ClassNotFoundException.class);
        assertThat(gate.getResource("lib/Extra.class")).isNull();
    }

    @Test
    void aClassOfItsOwnIsEachServices() throws Exception {
        assertThat(desk.loadClass("podo.Main").getClassLoader()).isSameAs(desk);
        assertThat(gate.loadClass("podo.Main")).isNotSameAs(desk.loadClass("podo.Main"));
    }

    @Test
    void aFileIsFoundInTheServiceFirstAndInItsLibrariesOnly() throws Exception {
        assertThat(names(desk)).containsExactly("desk.jar", "a%20shared-1.0.jar", "extra-1.0.jar");
        assertThat(names(gate)).containsExactly("gate.jar", "a%20shared-1.0.jar");
    }

    @Test
    void aFileOfItsOwnCanBeRead() throws Exception {
        try (var in = desk.getResourceAsStream("settings.txt")) {
            assertThat(in).asString(StandardCharsets.UTF_8).isEqualTo("desk");
        }
    }

    @Test
    void theJdkIsThere() throws Exception {
        assertThat(gate.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
    }

    private static Iterable<String> names(ClassLoader loader) throws IOException {
        return Collections.list(loader.getResources("settings.txt")).stream()
                .map(url -> url.getPath().replaceFirst("!/.*", "").replaceFirst(".*/", ""))
                .toList();
    }

    private Path library(String name, String type, String text) throws Exception {
        var jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(type, out);
            add("settings.txt", text, out);
        }
        return jar;
    }

    private Path service(String name, String classPath) throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        var jar = folder.resolve(name + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            add("podo.Main", out);
            add("settings.txt", name, out);
        }
        return jar;
    }

    private void add(String type, JarOutputStream out) throws Exception {
        var dot = type.lastIndexOf('.');
        var source = Files.writeString(
                folder.resolve(type.substring(dot + 1) + ".java"),
                "package " + type.substring(0, dot) + "; public class " + type.substring(dot + 1) + " {}");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, OutputStream.nullOutputStream(), null, "-d", folder.toString(), source.toString()))
                .isZero();
        var file = type.replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        Files.copy(folder.resolve(file), out);
        out.closeEntry();
    }

    private static void add(String file, String text, JarOutputStream out) throws IOException {
        out.putNextEntry(new JarEntry(file));
        out.write(text.getBytes());
        out.closeEntry();
    }
}
