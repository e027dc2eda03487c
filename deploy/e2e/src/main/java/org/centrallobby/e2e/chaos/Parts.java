package org.centrallobby.e2e.chaos;

import java.util.List;
import org.centrallobby.local.ServiceProcess;
import org.centrallobby.testbed.BrokerProcess;
import org.centrallobby.testbed.Postgres;

/** The parts as the faults see them. */
final class Parts {
    private Parts() {}

    record OfService(ServiceProcess service) implements Part {
        @Override
        public void start() {
            service.start();
        }

        @Override
        public void stop() {
            service.stop();
        }

        @Override
        public void kill() {
            service.kill();
        }

        @Override
        public List<ProcessHandle> processes() {
            var process = service.handle();
            return process == null || !process.isAlive() ? List.of() : List.of(process);
        }

        @Override
        public boolean isReady() {
            return Web.get(service.url() + "/q/health/ready").status() == 200;
        }
    }

    record OfBroker(BrokerProcess broker) implements Part {
        @Override
        public void start() {
            broker.start();
        }

        @Override
        public void stop() {
            broker.stop();
        }

        @Override
        public void kill() {
            broker.kill();
        }

        @Override
        public List<ProcessHandle> processes() {
            var process = broker.handle();
            return process == null ? List.of() : List.of(process);
        }

        @Override
        public boolean isReady() {
            return broker.isReady();
        }
    }

    record OfDatabase(Postgres postgres) implements Part {
        @Override
        public void start() {
            postgres.start();
        }

        @Override
        public void stop() {
            postgres.stop();
        }

        @Override
        public void kill() {
            postgres.kill();
        }

        @Override
        public List<ProcessHandle> processes() {
            return postgres.processes();
        }

        @Override
        public boolean isReady() {
            // Its start waits for that.
            return isAlive();
        }
    }
}
