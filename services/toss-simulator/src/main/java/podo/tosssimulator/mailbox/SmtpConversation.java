package podo.tosssimulator.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One SMTP connection (RFC 5321), as far as a program that sends mails needs it: no TLS, no log-in. */
final class SmtpConversation {

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_RECIPIENTS = 50;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^<>]*)>.*", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final OutputStream out;
    private final int longest;
    private final BiConsumer<List<String>, byte[]> received;
    private final List<String> recipients = new ArrayList<>();
    private boolean hasSender;

    /** @param longest bytes of a mail; a longer one is read to its end and refused */
    SmtpConversation(Socket socket, int longest, BiConsumer<List<String>, byte[]> received) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.longest = longest;
        this.received = received;
    }

    void run() throws IOException {
        answer("220 mailbox ready");
        String line = line();
        while (line != null) {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            String rest = line.length() > verb.length()
                    ? line.substring(verb.length()).strip()
                    : "";
            if (verb.equals("QUIT")) {
                answer("221 bye");
                return;
            }
            obey(verb, rest);
            line = line();
        }
    }

    private void obey(String verb, String rest) throws IOException {
        switch (verb) {
            case "HELO" -> answer("250 mailbox");
            case "EHLO" -> answer("250-mailbox", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE " + longest);
            case "MAIL" -> sender(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                answer("250 ok");
            }
            case "NOOP" -> answer("250 ok");
            default -> answer("502 not known here");
        }
    }

    private void sender(String rest) throws IOException {
        reset();
        hasSender = PATH.matcher(rest).matches();
        answer(hasSender ? "250 ok" : "501 MAIL FROM:<address>");
    }

    private void recipient(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (!hasSender) {
            answer("503 MAIL first");
        } else if (!path.matches() || path.group(1).isBlank()) {
            answer("501 RCPT TO:<address>");
        } else if (recipients.size() >= MOST_RECIPIENTS) {
            answer("452 too many recipients");
        } else {
            recipients.add(path.group(1));
            answer("250 ok");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            answer("503 RCPT first");
            return;
        }
        answer("354 end with a dot");
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        long size = 0;
        for (byte[] line = bytes(); !isEnd(line); line = bytes()) {
            int from = line.length > 0 && line[0] == '.' ? 1 : 0;
            size += line.length - from + 2;
            if (size <= longest) {
                mail.write(line, from, line.length - from);
                mail.write('\r');
                mail.write('\n');
            }
        }
        if (size > longest) {
            answer("552 longer than " + longest);
        } else {
            received.accept(List.copyOf(recipients), mail.toByteArray());
            answer("250 taken");
        }
        reset();
    }

    private static boolean isEnd(byte[] line) {
        return line.length == 1 && line[0] == '.';
    }

    private void reset() {
        hasSender = false;
        recipients.clear();
    }

    private @Nullable String line() throws IOException {
        try {
            return new String(bytes(), StandardCharsets.UTF_8).strip();
        } catch (EOFException e) {
            return null;
        }
    }

    /** Up to the line's end; a line of a mail may be long, but not so long that it fills the memory. */
    private byte[] bytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (line.size() > Math.max(longest, LONGEST_LINE)) {
                throw new IOException("a line without an end");
            }
            line.write(c);
        }
        byte[] read = line.toByteArray();
        int length = read.length > 0 && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        return Arrays.copyOf(read, length);
    }

    private void answer(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
