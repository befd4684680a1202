package podo.tosssimulator.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes the connection without an answer when a fault requires it. A Tomcat valve, because a servlet filter can't close the socket. */
@Component
class ConnectionDropFilter extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String MARK = ConnectionDropFilter.class.getName();

    ConnectionDropFilter() {
        super(true);
    }

    static void requestDrop(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isDropRequested(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (isDropRequested(request.getRequest())) {
            response.setSuspended(true);
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("connection dropped by a fault"));
        }
    }
}
