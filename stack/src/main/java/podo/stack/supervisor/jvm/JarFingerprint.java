package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;

/**
 * Identifies a Boot jar by the names, sizes and check sums of its entries. Timestamps and the order of entries have no part in it,
 * so that packing the same classes again gives the same fingerprint: also that of our own modules, whose nested jars are opened.
 */
final class JarFingerprint {
    /** Modules of this project; jars of others do not change under one name, so their own check sum is enough. */
    private static final String OWN_LIBRARY = "BOOT-INF/lib/[a-z-]+-1\\.0\\.jar";

    private JarFingerprint() {}

    /** 16 hexadecimal digits. */
    static String of(Path jar) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var file = new JarFile(jar.toFile())) {
            for (var entry :
                    file.stream().filter(entry -> isContent(entry.getName())).toList()) {
                if (entry.getName().matches(OWN_LIBRARY)) {
                    try (var nested = file.getInputStream(entry)) {
                        addNested(entry.getName(), nested, contents);
                    }
                } else {
                    contents.put(entry.getName(), entry.getSize() + " " + entry.getCrc());
                }
            }
        }
        return digest(contents);
    }

    private static void addNested(String name, InputStream nested, SortedMap<String, String> contents)
            throws IOException {
        var jar = new ZipInputStream(nested);
        for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (isContent(entry.getName())) {
                var bytes = jar.readAllBytes();
                var sum = new CRC32();
                sum.update(bytes);
                contents.put(name + "!" + entry.getName(), bytes.length + " " + sum.getValue());
            }
        }
    }

    /** Maven's own notes carry dates and nothing that runs. */
    private static boolean isContent(String name) {
        return !name.endsWith("/") && !name.startsWith("META-INF/maven/");
    }

    private static String digest(SortedMap<String, String> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(
                    (name, content) -> digest.update((name + " " + content + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
