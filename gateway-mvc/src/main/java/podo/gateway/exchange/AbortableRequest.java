package podo.gateway.exchange;

import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** A request whose connection can be cut while the answer streams; closing the answer would read it to its end. */
class AbortableRequest extends BasicClassicHttpRequest implements CancellableDependency {

    private volatile @Nullable Cancellable connection;
    private volatile boolean cut;

    AbortableRequest(String method, HttpHost host, String target) {
        super(method, host, target);
    }

    @Override
    public void setDependency(Cancellable connection) {
        this.connection = connection;
        if (cut) {
            connection.cancel();
        }
    }

    @Override
    public boolean isCancelled() {
        return cut;
    }

    @Override
    public boolean cancel() {
        cut = true;
        Cancellable running = connection;
        return running == null || running.cancel();
    }
}
