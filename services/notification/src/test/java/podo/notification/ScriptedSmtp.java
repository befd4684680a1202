package podo.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves as it is told, a connection at a time, and then takes everything. */
public final class ScriptedSmtp {

    public enum Fault {
        /** Says nothing after the connection is open. */
        HANGS,
        /** Closes the connection before the greeting. */
        GONE,
        /** 554 in place of the greeting: it takes no mail at all. */
        REFUSES,
        /** 421 in place of the greeting. */
        BUSY,
        /** 450 for the recipient. */
        LATER,
        /** 550 for the recipient. */
        UNKNOWN_RECIPIENT,
        /** 554 for the mail. */
        SPAM,
        /** Takes the mail and closes the connection without an answer. */
        LOSES_AFTER_DATA
    }

    /** @param recipient of the envelope; source: the mail as it came */
    public record Taken(String recipient, String source) {

        /** The value of a header; empty without one. */
        public String header(String name) {
            return source.substring(0, source.indexOf("\n\n"))
                    .replaceAll("\n[ \t]+", " ")
                    .lines()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next connections fail like this, one each. */
    public void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    public void reset() {
        faults.clear();
        taken.clear();
        beforeAnswer = () -> {};
    }

    /** Runs when a mail has been taken, before the sender hears of it. */
    public void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    public List<Taken> taken() {
        return taken;
    }

    public List<Taken> takenFor(String recipient) {
        return taken.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Fault fault = faults.pollFirst();
                Thread.ofVirtual().start(() -> talk(socket, fault));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket, Fault fault) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (fault == Fault.HANGS) {
                in.readLine(); // until the other side gives up
                return;
            }
            if (fault == Fault.GONE) {
                return;
            }
            say(
                    socket,
                    fault == Fault.BUSY
                            ? "421 come back later"
                            : fault == Fault.REFUSES ? "554 no mail is taken here" : "220 scripted");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase();
                switch (verb) {
                    case "EHLO" -> say(socket, "250-scripted", "250 8BITMIME");
                    case "RCPT" -> {
                        recipient = line.replaceAll(".*<(.*)>.*", "$1");
                        say(
                                socket,
                                fault == Fault.LATER
                                        ? "450 " + recipient + " later"
                                        : fault == Fault.UNKNOWN_RECIPIENT ? "550 no " + recipient : "250 ok");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        String mail = read(in);
                        if (fault == Fault.SPAM) {
                            say(socket, "554 looks like spam");
                            continue;
                        }
                        taken.add(new Taken(recipient, mail));
                        beforeAnswer.run();
                        if (fault == Fault.LOSES_AFTER_DATA) {
                            return;
                        }
                        say(socket, "250 taken");
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket socket, String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
