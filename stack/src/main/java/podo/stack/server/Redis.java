package podo.stack.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podo.stack.process.Program;

/** Redis, with an append-only file that is flushed every second; alone, or a node of a {@link RedisCluster}. */
public final class Redis implements Program {
    private final String name;
    private final Path folder;
    private final int port;
    private final RedisAcl acl;
    private final List<String> ownOptions;

    public Redis(Path folder, int port, RedisAcl acl) {
        this("redis", folder, port, acl, List.of());
    }

    Redis(String name, Path folder, int port, RedisAcl acl, List<String> ownOptions) {
        this.name = name;
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.acl = acl;
        this.ownOptions = ownOptions;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    @Override
    public void prepare() throws IOException {
        Artifacts.executable(Artifacts.redis());
        acl.write(accounts());
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(List.of(
                Artifacts.redis().toString(),
                "--port " + port,
                "--bind 127.0.0.1",
                "--aclfile " + accounts(),
                "--dir " + folder,
                "--appendonly yes",
                "--appendfsync everysec",
                "--save ''",
                "--maxmemory-policy noeviction",
                "--tcp-backlog 511"));
        command.addAll(ownOptions);
        return command;
    }

    public String password(String account) {
        return acl.password(account);
    }

    private Path accounts() {
        return folder.resolve("users.acl");
    }

    /**
     * Sends an inline command as the operator and returns the first line of the reply with its RESP type prefix, such as
     * {@code +PONG}.
     */
    public String say(String command) throws IOException {
        return ask(command, Redis::line);
    }

    /** The same for a command whose reply is a text of several lines, such as {@code INFO}. */
    public String bulk(String command) throws IOException {
        return ask(command, in -> {
            var header = line(in);
            return header.startsWith("$")
                    ? new String(in.readNBytes(Integer.parseInt(header.substring(1))), StandardCharsets.UTF_8)
                    : header;
        });
    }

    private interface Reply {
        String read(InputStream in) throws IOException;
    }

    private String ask(String command, Reply reply) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(2_000);
            var login = "AUTH " + RedisAcl.OPERATOR + " " + acl.password(RedisAcl.OPERATOR);
            socket.getOutputStream().write((login + "\r\n" + command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var loggedIn = line(socket.getInputStream());
            return loggedIn.equals("+OK") ? reply.read(socket.getInputStream()) : loggedIn;
        }
    }

    private static String line(InputStream in) throws IOException {
        var reply = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            reply.append((char) c);
        }
        return reply.toString().strip();
    }

    @Override
    public boolean ready() {
        try {
            return say("PING").equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
