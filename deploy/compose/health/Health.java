import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service in the same container whether it is ready: ends with 0 if it says so, with 1 otherwise. It listens on the port
 * that {@code HTTP_PORT} names. As small as can be, as a JVM is started for it every few seconds.
 */
final class Health {
    private static final int PATIENCE_MILLIS = 4000;

    private Health() {}

    public static void main(String... arguments) {
        System.exit(isReady(Integer.parseInt(System.getenv("HTTP_PORT"))) ? 0 : 1);
    }

    private static boolean isReady(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var status = answer.readLine();
            return status != null && status.split(" ").length > 1 && status.split(" ")[1].equals("200");
        } catch (IOException e) {
            System.out.println(e.getMessage());
            return false;
        }
    }
}
