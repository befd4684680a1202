package podo.e2e.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import podo.e2e.StackProcesses;

/** Sends one inline command to the stack's Redis, as the operator. */
public final class RedisConsole {

    private RedisConsole() {}

    /** Returns the first line of the reply, or the last element of an array. */
    public static String send(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), StackProcesses.port("redis"))) {
            socket.setSoTimeout(10_000);
            String login = "AUTH operator " + StackProcesses.secret("PODO_REDIS_PASSWORD_OPERATOR");
            socket.getOutputStream().write((login + "\r\n" + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine(); // +OK, or the command fails too
            String first = in.readLine();
            if (first == null || first.startsWith("-")) {
                throw new IllegalStateException(command + ": " + first);
            }
            if (!first.startsWith("*")) {
                return first;
            }
            String last = "";
            for (int i = 0; i < 2 * Integer.parseInt(first.substring(1)); i++) {
                last = in.readLine();
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
