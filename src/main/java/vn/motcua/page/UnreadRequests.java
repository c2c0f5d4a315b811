package vn.motcua.page;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What is told where the container refuses a request before any page of ours sees it: too long, or no address at all. */
@Component
@ConditionalOnWebApplication
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PAGE = """
            <!doctype html>
            <html lang="vi"><head><meta charset="utf-8"><title>Không đọc được yêu cầu</title></head>
            <body><h1>Không đọc được yêu cầu</h1>
            <p>Địa chỉ hoặc yêu cầu quá dài hoặc không đúng dạng (mã %d). Hãy bắt đầu lại từ <a href="/">trang đầu</a>.</p>
            <p lang="en">The request is too long or cannot be read. Please begin again at the <a href="/">start page</a>.</p>
            </body></html>
            """;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Told()));
    }

    private static final class Told extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html;charset=UTF-8");
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(PAGE.formatted(status));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there any more to be told.
            }
        }
    }
}
