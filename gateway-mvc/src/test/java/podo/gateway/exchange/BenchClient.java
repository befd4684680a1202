package podo.gateway.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A counted number of GETs over kept connections, and event streams that are opened and dropped. */
record BenchClient(int port, String path) {

    /** Sends {@code requests} over {@code connections} at once. */
    void send(int requests, int connections, String... headers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> {
                    sendOverOne(requests / connections, headers);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void sendOverOne(int requests, String... headers) throws IOException {
        try (Socket connection = new Socket("127.0.0.1", port)) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(30_000);
            byte[] request = request(path, headers);
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1024);
            for (int i = 0; i < requests; i++) {
                connection.getOutputStream().write(request);
                readAnswer(in);
            }
        }
    }

    /** Posts a form; the answer is read and forgotten. */
    void post(String form) throws IOException {
        try (Socket connection = new Socket("127.0.0.1", port)) {
            connection.setSoTimeout(30_000);
            String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + form.length()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + form;
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            readAnswer(new BufferedInputStream(connection.getInputStream(), 1024));
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200") && !status.contains(" 304")) {
            throw new IOException("unexpected answer: " + status);
        }
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    /** An open stream whose first event has arrived. */
    Socket openStream() throws IOException {
        Socket stream = new Socket("127.0.0.1", port);
        stream.setSoTimeout(30_000);
        stream.getOutputStream().write(request(path + "/stream", "Accept: text/event-stream"));
        InputStream in = stream.getInputStream();
        while (!line(in).equals("data: x")) {
            // headers, and chunk sizes when the gateway sends chunks
        }
        return stream;
    }

    private static byte[] request(String path, String... headers) {
        var text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
