package podo.stack.supervisor.jvm;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** A service of one class that is ready at once, and the Boot jar that a build would make of it. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /**
     * Packs a jar.
     *
     * @param packedAt the time of all entries
     * @param ownClass content of a class in the application, library of one in a module of ours
     */
    static Path pack(Path jar, Instant packedAt, String ownClass, String library) throws IOException {
        var nested = Files.createTempFile("starter", ".jar");
        write(nested, packedAt, List.of(), Map.of("podo/starter/Door.class", bytes(library)));
        var first = List.of(Map.entry("META-INF/MANIFEST.MF", bytes("""
                Manifest-Version: 1.0
                Main-Class: org.springframework.boot.loader.launch.JarLauncher
                Start-Class: %s
                Spring-Boot-Lib: BOOT-INF/lib/
                """.formatted(FakeService.class.getName()))));
        var entries = new HashMap<String, byte[]>();
        entries.put("BOOT-INF/classpath.idx", bytes("- \"BOOT-INF/lib/starter-1.0.jar\"\n"));
        entries.put("BOOT-INF/lib/starter-1.0.jar", Files.readAllBytes(nested));
        entries.put("BOOT-INF/classes/podo/fake/Own.class", bytes(ownClass));
        entries.put("org/springframework/boot/loader/Launcher.class", bytes("launcher"));
        var name = "/" + FakeService.class.getName().replace('.', '/') + ".class";
        try (var in = FakeService.class.getResourceAsStream(name)) {
            entries.put("BOOT-INF/classes" + name, in.readAllBytes());
        }
        Files.delete(nested);
        Files.createDirectories(jar.getParent());
        return write(jar, packedAt, first, entries);
    }

    private static Path write(
            Path jar, Instant packedAt, List<Map.Entry<String, byte[]>> first, Map<String, byte[]> others)
            throws IOException {
        var entries = new ArrayList<>(first);
        entries.addAll(others.entrySet());
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var content : entries) {
                var sum = new CRC32();
                sum.update(content.getValue());
                var entry = new ZipEntry(content.getKey());
                entry.setTime(packedAt.toEpochMilli());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.getValue().length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(content.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
