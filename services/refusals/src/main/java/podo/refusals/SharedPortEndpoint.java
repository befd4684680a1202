package podo.refusals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's endpoint with a port that another process may listen on too (SO_REUSEPORT): the system gives each new connection to one of them.
 * So a process and its successor listen together for a moment, and then the successor alone.
 */
class SharedPortEndpoint extends NioEndpoint {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean shared;
    private volatile boolean handedOver;
    private volatile @Nullable ServerSocketChannel listening;

    void setShared(boolean shared) {
        this.shared = shared;
    }

    /** Unlike Tomcat's own way of closing the port, this leaves open connections and streams as they are. */
    void handOver() {
        ServerSocketChannel channel = listening;
        if (channel == null) {
            return;
        }
        handedOver = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void initServerSocket() throws Exception {
        if (!shared) {
            super.initServerSocket();
            return;
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        socketProperties.setProperties(channel.socket());
        channel.bind(new InetSocketAddress(getAddress(), getPortWithOffset()), getAcceptCount());
        listening = channel;
    }

    @Override
    protected @Nullable NetworkChannel getServerSocket() {
        return shared ? listening : super.getServerSocket();
    }

    @Override
    protected SocketChannel serverSocketAccept() throws Exception {
        ServerSocketChannel channel = listening;
        if (channel == null) {
            return super.serverSocketAccept();
        }
        try {
            return channel.accept();
        } catch (ClosedChannelException e) {
            if (!handedOver) {
                throw e;
            }
            // the thread that accepts ends with the server; by then it is told so, and closes what it gets
            stopped.await();
            return SocketChannel.open();
        }
    }

    @Override
    protected void doCloseServerSocket() throws IOException {
        stopped.countDown();
        ServerSocketChannel channel = listening;
        if (channel == null) {
            super.doCloseServerSocket();
        } else {
            channel.close();
        }
    }
}
