package podo.e2e.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Callers that ask for one address again and again over connections that stay open, each as soon as it has its answer. Written on
 * sockets, because the client shares the processor with what it measures.
 */
final class HttpLoop {

    /** @param latencies in nanoseconds, sorted @param bytes on the wire, headers included */
    record Result(long[] latencies, long bytes, long notOk, double seconds) {

        double perSecond() {
            return latencies.length / seconds;
        }

        double millis(double quantile) {
            return latencies.length == 0 ? 0 : latencies[(int) (quantile * (latencies.length - 1))] / 1e6;
        }
    }

    private final URI base;
    private final byte[] request;

    /** @param headers lines such as {@code Cookie: a=b} */
    HttpLoop(String base, String path, List<String> headers) {
        this.base = URI.create(base);
        List<String> lines = new ArrayList<>();
        lines.add("GET " + path + " HTTP/1.1");
        lines.add("Host: " + this.base.getAuthority());
        lines.add("Accept-Encoding: gzip");
        lines.addAll(headers);
        this.request = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    Result run(int callers, double seconds) throws InterruptedException {
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<Caller>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(() -> new Caller().callUntil(end));
            }
            List<Caller> done = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                done.add(call.get());
            }
            long[] latencies = done.stream()
                    .flatMapToLong(caller -> caller.latencies.stream().mapToLong(Long::longValue))
                    .toArray();
            Arrays.sort(latencies);
            return new Result(
                    latencies,
                    done.stream().mapToLong(caller -> caller.bytes).sum(),
                    done.stream().mapToLong(caller -> caller.notOk).sum(),
                    (System.nanoTime() - began) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private final class Caller {
        private final List<Long> latencies = new ArrayList<>();
        private long bytes;
        private long notOk;

        Caller callUntil(long end) {
            while (System.nanoTime() < end) {
                try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(20_000);
                    OutputStream out = socket.getOutputStream();
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    boolean open = true;
                    while (open && System.nanoTime() < end) {
                        long asked = System.nanoTime();
                        out.write(request);
                        open = readResponse(in);
                        latencies.add(System.nanoTime() - asked);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return this;
        }

        /** False when the server closes the connection. */
        private boolean readResponse(InputStream in) throws IOException {
            String status = line(in);
            if (!status.startsWith("HTTP/1.1 2")) {
                notOk++;
            }
            int length = 0;
            boolean chunked = false;
            boolean open = true;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                String low = header.toLowerCase(Locale.ROOT);
                if (low.startsWith("content-length:")) {
                    length = Integer.parseInt(low.substring(15).strip());
                } else if (low.startsWith("transfer-encoding:")) {
                    chunked = low.contains("chunked");
                } else if (low.startsWith("connection:")) {
                    open = !low.contains("close");
                }
            }
            if (chunked) {
                for (int size = chunk(in); size > 0; size = chunk(in)) {
                    skip(in, size + 2);
                }
                line(in);
            } else {
                skip(in, length);
            }
            return open;
        }

        private int chunk(InputStream in) throws IOException {
            return Integer.parseInt(line(in).split(";")[0].strip(), 16);
        }

        private void skip(InputStream in, int count) throws IOException {
            in.skipNBytes(count);
            bytes += count;
        }

        private String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ended within a header");
                }
                bytes++;
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            bytes++;
            return line.toString();
        }
    }
}
