package podo.tosssimulator.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for SMTP, on loopback unless told otherwise, with a bounded number of connections. */
@Component
class SmtpReceiver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpReceiver.class);

    private final Mailbox mailbox;
    private final MailboxSettings settings;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket server;

    SmtpReceiver(Mailbox mailbox, MailboxSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.free = new Semaphore(settings.connections());
    }

    int port() {
        ServerSocket listening = server;
        return listening == null ? 0 : listening.getLocalPort();
    }

    @Override
    public void start() {
        try {
            ServerSocket listening = new ServerSocket(settings.port(), settings.connections(), settings.address());
            server = listening;
            Thread.ofVirtual().name("smtp").start(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException("Mails can't be taken at port " + settings.port(), e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                free.acquire();
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("smtp-connection").start(() -> talk(socket));
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                free.release();
                if (!listening.isClosed()) {
                    log.warn("A connection was not accepted: {}", e.toString());
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            new SmtpConversation(socket, (int) settings.each().toBytes(), mailbox::add).run();
        } catch (IOException e) {
            log.debug("A connection ended early: {}", e.toString());
        } finally {
            open.remove(socket);
            free.release();
        }
    }

    @Override
    public void stop() {
        ServerSocket listening = server;
        server = null;
        try {
            if (listening != null) {
                listening.close();
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            log.debug("The mailbox closed with {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
