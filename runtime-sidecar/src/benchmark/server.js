// An HTTP server with keep-alive that measures its own processor time over a fixed number of requests.
const fs = require('fs');
const http = require('http');
const { spawn } = require('child_process');
const work = process.argv[2];
const REQUESTS = 40000;
if (process.argv[3]) {
  // The client, a process of its own: 16 connections, each asks again as soon as it was answered.
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  let started = 0;
  let done = 0;
  const ask = () => {
    if (started++ >= REQUESTS) return;
    http.get({ port: Number(process.argv[3]), host: '127.0.0.1', agent }, (answer) => {
      answer.resume();
      answer.on('end', () => { if (++done === REQUESTS) process.exit(0); ask(); });
    });
  };
  for (let i = 0; i < 16; i++) ask();
} else {
  const server = http.createServer((request, answer) => answer.end('hello\n'));
  server.listen(0, '127.0.0.1', () => {
    fs.writeFileSync(`${work}/ready`, `${process.pid}`);
    const wait = setInterval(() => {
      if (!fs.existsSync(`${work}/go`)) return;
      clearInterval(wait);
      const client = spawn(process.execPath, [__filename, work, String(server.address().port)]);
      const before = process.cpuUsage();
      client.on('exit', () => {
        const used = process.cpuUsage(before);
        fs.writeFileSync(`${work}/result`, `${Math.round((used.user + used.system) / 10000)}\n`);
        process.exit(0);
      });
    }, 20);
  });
}
